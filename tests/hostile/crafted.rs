//! Every kind of file that is known to abort, hang or mislead a reader, and everything that is no spreadsheet, in the
//! folder of one member, in one run.

use std::fs;
use std::io::Write;

use super::{SET, good_files_are_ranked, watched, wrong};
use crate::binary::{self, Record, row, size, xls, xls_number, xls_shared, xlsb};
use crate::harness::World;
use crate::hazards::{archive, form, kept, ods, ods_of};
use crate::silent::patched;

/// A name and the bytes under it.
type Crafted = (String, Vec<u8>);

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> Crafted {
    (name.to_owned(), bytes.into())
}

/// What is no spreadsheet, or not the one it says, or locked, or not whole.
fn of_other_kinds() -> Vec<Crafted> {
    let wide =
        |text: &str| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    let mut all = vec![
        named("text.xlsx", "chi la chu\n"),
        named("page.xls", "<html><body><table><tr><td>x</td></tr></table></body></html>"),
        named("xml.xls", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"),
        named("sylk.xls", "ID;PWXL;N;E\nC;Y1;X1;K\"x\"\nE\n"),
        named("other.ods", form()),
        named("both.csv", "a,b;c\nd,e;f\n"),
        named("sep.csv", "sep=;\na;b\n"),
        named("wide.csv", wide("a,b\nc,d\n")),
        named("half-wide.csv", &b"\xFF\xFEa\0,\0b"[..]),
        named("old.csv", &b"TT,Ha\xCC N\xF4\xF2i\n1,x\n"[..]),
        named("nul.csv", &b"a,b\nc,d\0\n"[..]),
        named("quote.csv", "a,b\nc,\"d\ne,f\n"),
        named("ragged.csv", "a,b\nc,d\ne\n"),
        named("line.csv", vec![b'x'; 19 << 20]),
        named("commas.csv", vec![b','; 1 << 20]),
        named("lines.csv", "a,b\n".repeat(200_001)),
        named("locked.xlsx", kept("locked.xlsx")),
        named("locked.xlsb", kept("locked.xlsx")),
        named("locked.xls", kept("locked.xls")),
        named("xor.xls", kept("xor.xls")),
        named("locked.ods", kept("locked.ods")),
    ];
    all.extend(["xlsx", "xls", "ods", "csv", "xlsb", "xlsm"].map(|ending| named(&format!("empty.{ending}"), "")));
    for (ending, whole) in
        [("xlsx", form()), ("xls", kept("form.xls")), ("ods", kept("form.ods")), ("xlsb", binary::form())]
    {
        for part in 1..12 {
            all.push(named(&format!("cut-{part}.{ending}"), &whole[..whole.len() * part / 12]));
        }
        let mut flipped = whole.clone();
        flipped[whole.len() / 2] ^= 1;
        all.push(named(&format!("flipped.{ending}"), flipped));
    }
    all
}

/// Archives that are more than they say, and XML that asks for something.
fn of_archives() -> Vec<Crafted> {
    let bomb = |part: &str, size: usize| {
        let mut zip = zip::ZipWriter::new_append(std::io::Cursor::new(form())).unwrap();
        zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        let spaces = vec![b' '; 1 << 20];
        (0..size).for_each(|_| zip.write_all(&spaces).unwrap());
        zip.finish().unwrap().into_inner()
    };
    let mut lying = form();
    for at in 0..lying.len() - 28 {
        if lying[at..].starts_with(b"PK\x01\x02") {
            lying[at + 24..at + 28].copy_from_slice(&7_u32.to_le_bytes());
        }
    }
    let mut overlapping =
        archive(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>"), ("xl/w", b"x")]);
    let listed: Vec<usize> =
        (0..overlapping.len() - 46).filter(|at| overlapping[*at..].starts_with(b"PK\x01\x02")).collect();
    let place = overlapping[listed[1] + 42..listed[1] + 46].to_vec();
    overlapping[listed[2] + 42..listed[2] + 46].copy_from_slice(&place);
    let many: Vec<_> = (0..2_000).map(|number| format!("xl/{number}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    let declared = |what: &str| {
        let declared = format!("?><!DOCTYPE x [{what}]>");
        patched(&form(), SHEET, &|text| text.replacen("?>", &declared, 1).replacen("<v>", "<v>&x;", 1))
    };
    let laughs: String = (1..12)
        .map(|n| format!("<!ENTITY x{n} \"{}\">", format!("&x{};", n - 1).repeat(10)))
        .collect::<Vec<_>>()
        .concat();
    vec![
        named("bomb.xlsx", bomb("xl/media/a.xml", 300)),
        named("lying.xlsx", lying),
        named("overlapping.xlsx", overlapping),
        named("many.xlsx", archive(&many)),
        named("entity.xlsx", declared("<!ENTITY x SYSTEM \"file:///etc/passwd\">")),
        named("laughs.xlsx", declared(&format!("<!ENTITY x0 \"ha\">{laughs}<!ENTITY x \"&x11;\">"))),
        named("network.xlsx", declared("<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">")),
        named(
            "paths.xlsx",
            archive(&[("../../../etc/x", b"x"), ("/xl/workbook.xml", b"<w/>"), ("xl\\workbook.xml", b"x")]),
        ),
    ]
}

/// Workbooks of XML whose cells stand where none are, or are more than there is room for.
fn of_cells() -> Vec<Crafted> {
    let with = |rows: &str| {
        let end = format!("{rows}</sheetData>");
        patched(&form(), SHEET, &|text| text.replace("</sheetData>", &end))
    };
    let cell = |address: &str| with(&format!("<row r=\"900\"><c r=\"{address}\"><v>1</v></c></row>"));
    let sized = |size: &str| {
        let said = format!("<dimension ref=\"{size}\"/>");
        patched(&form(), SHEET, &|text| {
            let from = text.find("<dimension").unwrap();
            let end = from + text[from..].find("/>").unwrap() + 2;
            format!("{}{said}{}", &text[..from], &text[end..])
        })
    };
    let behind = |more: &str| {
        let end = format!("</sheetData>{more}");
        patched(&form(), SHEET, &|text| text.replace("</sheetData>", &end))
    };
    let rows: String = (100..300_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))
        .collect::<Vec<_>>()
        .concat();
    let merges: String = (0..150_000)
        .map(|row| format!("<mergeCell ref=\"AA{}:AB{}\"/>", row + 1, row + 1))
        .collect::<Vec<_>>()
        .concat();
    let strings = |text: String| text.replacen("uniqueCount=\"", "uniqueCount=\"99999999", 1);
    let mut sheets = rust_xlsxwriter::Workbook::new();
    for _ in 0..300 {
        sheets.add_worksheet();
    }
    let macros = |text: String| text.replace("/relationships/worksheet\"", "/relationships/xlMacrosheet\"");
    let mut all = vec![
        named("far.xlsx", with("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")),
        named("dimension.xlsx", sized("A1:XFD1048576")),
        named("reversed.xlsx", sized("Z99:A1")),
        named("zero.xlsx", sized("A0:A0")),
        named("rows.xlsx", with(&rows)),
        named("merges.xlsx", behind(&format!("<mergeCells>{merges}</mergeCells>"))),
        named("deep.xlsx", behind(&format!("{}{}", "<a>".repeat(300_000), "</a>".repeat(300_000)))),
        named("open.xlsx", behind(&"<a>".repeat(300_000))),
        named("strings.xlsx", patched(&form(), "xl/sharedStrings.xml", &strings)),
        named("sheets.xlsx", sheets.save_to_buffer().unwrap()),
        named("macro.xlsm", patched(&form(), "xl/_rels/workbook.xml.rels", &macros)),
        named("gone.xlsx", patched(&form(), "xl/_rels/workbook.xml.rels", &|text| text.replace("sheet1", "sheet9"))),
    ];
    let addresses =
        ["ZZZZZ1", "A4294967297", "AAAAAAAAAAAA1", "A0", "A16777217", "1", "", "XFE900", "$D$900", "A900:B900"];
    all.extend(addresses.iter().enumerate().map(|(at, address)| named(&format!("address-{at}.xlsx"), cell(address))));
    for (at, value) in ["1e308", "NaN", "-1e999", "9999999999999", "<![CDATA[9]]>", "1,5", "&#57;"].iter().enumerate() {
        let date = format!("<row r=\"900\"><c r=\"D900\" s=\"1\"><v>{value}</v></c></row>");
        all.push(named(&format!("value-{at}.xlsx"), with(&date)));
    }
    for (at, kind) in
        ["e\"><v>#SPILL!", "s\"><v>999999", "s\"><v>abc", "z\"><v>1", "d\"><v>99999-01-01"].iter().enumerate()
    {
        let typed = format!("<row r=\"900\"><c r=\"D900\" t=\"{kind}</v></c></row>");
        all.push(named(&format!("type-{at}.xlsx"), with(&typed)));
    }
    all
}

/// Workbooks in binary: makers of room, loops, numbers of what is not there.
fn of_binaries() -> Vec<Crafted> {
    let far = || vec![xls_number(0, 0, 1.0), xls_number(65_535, 255, 1.0)];
    let sized = |first, end| xls(&[vec![size(first, end), xls_number(0, 0, 1.0)]]);
    let mut round = kept("form.xls");
    let table = usize::try_from(u32::from_le_bytes(round[0x4C..0x50].try_into().unwrap())).unwrap();
    let directory = u32::from_le_bytes(round[0x30..0x34].try_into().unwrap());
    let at = 512 * (table + 1) + 4 * usize::try_from(directory).unwrap();
    round[at..at + 4].copy_from_slice(&directory.to_le_bytes());
    let string: Record = (7, [0_u32, 0, 99_999].iter().flat_map(|number| number.to_le_bytes()).collect());
    let unknown = patched(&binary::form(), "xl/_rels/workbook.bin.rels", &|text| text.replace("rId1", "rId7"));
    let mut all = vec![
        named("far.xls", xls(&[far()])),
        named("far-ten.xls", xls(&(0..10).map(|_| far()).collect::<Vec<_>>())),
        named("sized.xls", sized((0, 0), (0xFFFF_FFF0, 256))),
        named("sized-to.xls", sized((0xFFFF_FFF0, 0), (0xFFFF_FFFF, 0xFFFF))),
        named("reversed.xls", sized((500, 3), (2, 4))),
        named("sheets.xls", xls(&(0..201).map(|_| vec![xls_number(0, 0, 1.0)]).collect::<Vec<_>>())),
        named("string.xls", xls(&[vec![xls_shared(0, 0, 99_999)]])),
        named("infinite.xls", xls(&[vec![xls_number(0, 0, f64::INFINITY), xls_number(1, 0, f64::NAN)]])),
        named("round.xlsx", round.clone()),
        named("round.xls", round),
        named("string.xlsb", xlsb(&[row(0, false), string])),
        named("row.xlsb", xlsb(&[row(0, false), row(0xFFFF_FFF0, false), binary::number(0, 1.0, 0)])),
        named("column.xlsb", xlsb(&[row(0, false), binary::number(0xFFFF_FFF0, 1.0, 0)])),
        named("style.xlsb", xlsb(&[row(0, false), binary::number(0, 1e300, 0x00FF_FFFF)])),
        named("unknown.xlsb", unknown),
    ];
    let whole = kept("form.xls");
    all.extend((0..40).map(|part| named(&format!("damaged-{part}.xls"), &whole[..whole.len() - 1 - 97 * part])));
    all
}

fn of_ods() -> Vec<Crafted> {
    let number = "office:value-type=\"float\" office:value=\"1\"";
    let row = |repeated: &str, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{repeated}\">{cells}</table:table-row>")
    };
    let table = |rows: &str| ods(&format!("<table:table table:name=\"a\">{rows}</table:table>"));
    let cells = |repeated: &str| format!("<table:table-cell {number} table:number-columns-repeated=\"{repeated}\"/>");
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"2147483647\"/></text:p></table:table-cell>";
    let last = format!("<table:table-cell table:number-columns-repeated=\"16383\"/><table:table-cell {number}/>");
    let begun = "<table:table table:name=\"a\"><table:table-row>";
    let entity =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><office:document-content/>";
    vec![
        named("bomb.ods", table(&row("1048576", &cells("16384")))),
        named("cap.ods", table(&row("98304", &cells("1000")))),
        named("negative.ods", table(&row("-1", &cells("-1")))),
        named("beyond.ods", table(&row("99999999999999999999", &cells("99999999999999999999")))),
        named("last.ods", table(&row("1", &last).repeat(3_000))),
        named("spaces.ods", table(&row("1", spaces))),
        named("endless.ods", ods_of(begun)),
        named("note.ods", ods_of(&format!("{begun}<table:table-cell><office:annotation>"))),
        named("sheets.ods", ods(&"<table:table table:name=\"a\"/>".repeat(2_000))),
        named(
            "entity.ods",
            archive(&[
                ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", entity.as_bytes()),
            ]),
        ),
    ]
}

/// What stands in a folder and is no file.
#[cfg(unix)]
fn of_no_files(world: &World) -> std::os::unix::net::UnixListener {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let at = |name: &str| world.root.join("inputs/k1").join(name);
    fs::create_dir(at("folder.xlsx")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(at("pipe.xlsx")).status().unwrap().success());
    for (to, name) in [
        ("/dev/zero", "zero.csv"),
        ("/etc/passwd", "passwd.csv"),
        ("nowhere", "lost.xls"),
        ("r.ods", "r.ods"),
        ("/", "all"),
    ] {
        symlink(to, at(name)).unwrap();
    }
    world.bytes("k1/secret.xlsx", b"x");
    fs::set_permissions(at("secret.xlsx"), fs::Permissions::from_mode(0o000)).unwrap();
    fs::File::create(at("huge.csv")).unwrap().set_len(1 << 30).unwrap();
    std::os::unix::net::UnixListener::bind(at("socket.ods")).unwrap()
}

#[cfg(unix)]
#[test]
fn every_crafted_file_in_one_run() {
    let world = World::whole();
    world.remove("k1/hai.xlsx");
    assert_eq!(world.run(&[]).code, 1);
    let mut crafted = of_other_kinds();
    crafted.extend(of_archives());
    crafted.extend(of_cells());
    crafted.extend(of_binaries());
    crafted.extend(of_ods());
    for (name, bytes) in &crafted {
        world.bytes(&format!("k1/{name}"), bytes);
    }
    let _socket = of_no_files(&world);
    for args in [&["check"][..], &["--strict"], &["--verbose"]] {
        let before = world.files(SET);
        let ended = watched(&world, args);
        if let Some(what) = wrong(&world, &ended, &before) {
            panic!("{args:?}: {what}\nalone: {:#?}", culprits(&crafted));
        }
        assert_eq!(ended.code, Some(if args == ["--strict"] { 3 } else { 1 }), "{}", ended.stderr);
        let faults = ended.stderr.matches("lỗi[").count();
        println!("{args:?}: {} files, {faults} faults, {:?}, {} KiB", crafted.len() + 9, ended.took, ended.peak);
    }
    assert!(good_files_are_ranked(&world));
}

/// Those of the files on which the program alone ends as it must not.
fn culprits(crafted: &[Crafted]) -> Vec<String> {
    let alone = crafted.iter().filter_map(|(name, bytes)| {
        let world = World::whole();
        let before = world.files(SET);
        world.bytes(&format!("k1/{name}"), bytes);
        wrong(&world, &watched(&world, &["check"]), &before).map(|what| format!("{name}: {what}"))
    });
    alone.collect()
}
