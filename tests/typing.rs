//! What LibreOffice lets a person type into a form; ignored where it is not there.
//!
//! A macro of its own types into the cells as a person does and asks the program whether it finds an entry that the
//! cell's rule refuses.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::harness::World;

const MODULE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = &quot;Hidden&quot;
  opened(0).Value = True
  doc = StarDesktop.loadComponentFromURL(&quot;FORM&quot;, &quot;_blank&quot;, 0, opened())
  Open &quot;SAID&quot; For Output As #1
CALLS
  Close #1
  doc.close(True)
End Sub
Sub Typed(doc, address, text)
  sheet = doc.Sheets.getByIndex(0)
  Dim place(0) As New com.sun.star.beans.PropertyValue
  place(0).Name = &quot;ToPoint&quot;
  place(0).Value = address
  Dim said(0) As New com.sun.star.beans.PropertyValue
  said(0).Name = &quot;StringName&quot;
  said(0).Value = text
  frame = doc.CurrentController.Frame
  dispatcher = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  dispatcher.executeDispatch(frame, &quot;.uno:GoToCell&quot;, &quot;&quot;, 0, place())
  dispatcher.executeDispatch(frame, &quot;.uno:EnterString&quot;, &quot;&quot;, 0, said())
  entered = sheet.getCellRangeByName(address).Formula = text
  Print #1, entered &amp; &quot; &quot; &amp; sheet.showInvalid()
  said(0).Value = &quot;&quot;
  If entered Then dispatcher.executeDispatch(frame, &quot;.uno:EnterString&quot;, &quot;&quot;, 0, said())
  sheet.clearArrows()
End Sub
</script:module>
"#;

/// Whether each text stands in its cell after it was typed, and whether the program then finds a refused entry.
fn typed(root: &Path, form: &Path, entries: &[(&str, &str)]) -> Vec<(bool, bool)> {
    let (profile, said) = (root.join("profile"), root.join("said.txt"));
    let soffice = |last: &str| {
        let place = format!("-env:UserInstallation=file://{}", profile.display());
        let run = Command::new("soffice").args([&place, "--headless", "--norestore", last]).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    };
    soffice("--terminate_after_init");
    let mut calls = String::new();
    for (cell, text) in entries {
        writeln!(calls, "  Typed(doc, &quot;{cell}&quot;, &quot;{text}&quot;)").unwrap();
    }
    let module = MODULE
        .replace("FORM", &format!("file://{}", form.display()))
        .replace("SAID", &said.display().to_string())
        .replace("CALLS", &calls);
    fs::write(profile.join("user/basic/Standard/Module1.xba"), module).unwrap();
    soffice("macro:///Standard.Module1.Main");
    let lines = fs::read_to_string(said).unwrap();
    let truth = |word: &str| word.eq_ignore_ascii_case("true");
    lines.lines().filter_map(|line| line.split_once(' ')).map(|(one, other)| (truth(one), truth(other))).collect()
}

#[test]
#[ignore = "needs LibreOffice"]
fn locked_cells_take_nothing_and_open_cells_only_what_can_be_read() {
    const LOCKED: (bool, bool) = (false, false);
    const TAKEN: (bool, bool) = (true, false);
    const REFUSED: (bool, bool) = (true, true);
    let world = World::whole();
    let made = world.run(&["form"]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    let form = world.root.join("outputs/bieu-mau-2023-year/k1/don-vi-hai.xlsx");
    let cases = [
        ("B10", "khác", LOCKED),
        ("D10", "1", LOCKED),
        ("F10", "1", LOCKED),
        ("A10", "9", LOCKED),
        ("E10", "98.5", TAKEN),
        ("E10", "0", TAKEN),
        ("E10", "nhiều", REFUSED),
        ("G10", "50", TAKEN),
        ("G10", "50.01", REFUSED),
        ("G10", "-1", REFUSED),
        ("H10", "ước", TAKEN),
        ("H10", "chắc là", REFUSED),
        ("I10", "số 12/BC-UBND", TAKEN),
    ];
    let entries: Vec<_> = cases.iter().map(|(cell, text, _)| (*cell, *text)).collect();
    let found = typed(&world.root, &form, &entries);
    let told: Vec<_> = entries.iter().zip(found).collect();
    let wanted: Vec<_> = entries.iter().zip(cases.iter().map(|(_, _, expected)| *expected)).collect();
    assert_eq!(told, wanted);
}
