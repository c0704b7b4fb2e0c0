//! Any text in; a TOML string or a comment that holds it, whatever signs it has, out.

use std::fmt::Write;

/// A basic string with its quotation marks.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Text on one line, as a comment may carry it.
pub fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Comment lines, each no longer than a screen is wide.
pub fn remark(text: &str) -> String {
    const WIDTH: usize = 116;
    let mut out = String::new();
    let mut line = String::from("#");
    for word in one_line(text).split(' ') {
        if line.chars().count() + 1 + word.chars().count() > WIDTH && line.len() > 1 {
            out += &line;
            out.push('\n');
            line = String::from("#  ");
        }
        line.push(' ');
        line += word;
    }
    out + &line + "\n"
}

#[cfg(test)]
mod tests {
    use super::{quoted, remark};

    #[test]
    fn whatever_a_cell_holds_comes_back() {
        for text in ["a \"b\" \\ c", "hai\ndòng\r\n\tba", "\u{7}\u{1}\u{7F}\u{85}", "'''\"\"\"", "# [x] = {", ""] {
            let table: toml::Table = toml::from_str(&format!("x = {}", quoted(text))).unwrap();
            assert_eq!(table["x"].as_str(), Some(text));
        }
    }

    #[test]
    fn a_comment_stays_one() {
        let text = format!("một\nhai = 3\r\u{1} {}", "dài ".repeat(80));
        assert!(remark(&text).lines().all(|line| line.starts_with('#') && line.chars().count() <= 116));
        assert!(toml::from_str::<toml::Table>(&remark(&text)).unwrap().is_empty());
    }
}
