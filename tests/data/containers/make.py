"""Makes the workbooks of this folder: python3 make.py, with openpyxl, msoffcrypto-tool and LibreOffice.

form.xls, form.ods      the small form of Đơn vị Hai, saved by LibreOffice
locked.xls, locked.ods  the same under the password `matkhau`, saved by LibreOffice
locked.xlsx             the same under that password, by msoffcrypto-tool, as Excel does it since 2010
xor.xls                 form.xls whose records say, as Excel before 97 did, that they are obfuscated: a FILEPASS record of
                        type 0 is put into the room of the user's name; what follows it is left as it was
"""

import pathlib
import shutil
import struct
import subprocess
import tempfile

import msoffcrypto
import openpyxl

HERE = pathlib.Path(__file__).parent
ROWS = [
    ["BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2023"],
    ["Tên đơn vị: Đơn vị Hai"],
    ["Cụm/Khối: k1"],
    ["TT", "Nội dung, tiêu chí", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa"],
    ["I", "Kinh tế"],
    ["1", "Thu ngân sách", 100, 90, 50],
    ["2", "Giải ngân", 100, 100, 30],
    ["II", "Phong trào"],
    ["1", "Tuyên truyền", None, None, 20, 15],
]
SAVED = [
    ("form.xls", "MS Excel 97", ""),
    ("form.ods", "calc8", ""),
    ("locked.xls", "MS Excel 97", "matkhau"),
    ("locked.ods", "calc8", "matkhau"),
]
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Keep(target As String, kind As String, password As String)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = &quot;Hidden&quot; : opened(0).Value = True
  doc = StarDesktop.loadComponentFromURL(&quot;FOLDER/form.xlsx&quot;, &quot;_blank&quot;, 0, opened())
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = &quot;FilterName&quot; : how(0).Value = kind
  how(1).Name = IIf(password = &quot;&quot;, &quot;Overwrite&quot;, &quot;Password&quot;)
  how(1).Value = IIf(password = &quot;&quot;, True, password)
  doc.storeToURL(&quot;FOLDER/&quot; &amp; target, how())
  doc.close(True)
End Sub
Sub All
CALLS
End Sub
</script:module>
"""


def office(profile, *arguments):
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def saved(folder):
    book = openpyxl.Workbook()
    book.active.title = "Bảng tự chấm"
    for row in ROWS:
        book.active.append(row)
    book.save(folder / "form.xlsx")
    profile = folder / "profile"
    office(profile, "--terminate_after_init")
    calls = "\n".join(f"  Keep(&quot;{name}&quot;, &quot;{kind}&quot;, &quot;{word}&quot;)" for name, kind, word in SAVED)
    module = profile / "user/basic/Standard/Module1.xba"
    module.write_text(MACRO.replace("FOLDER", folder.as_uri()).replace("CALLS", calls), encoding="utf-8")
    office(profile, "macro:///Standard.Module1.All")


def obfuscated(workbook):
    """The user's name is record 0x5C, 112 bytes; it gives up ten of them."""
    begins = struct.pack("<HH", 0x5C, 112)
    assert workbook.count(begins) == 1
    at = workbook.index(begins)
    file_pass = struct.pack("<HHHHH", 0x2F, 6, 0, 0x1234, 0x5678)
    rest = struct.pack("<HH", 0x5C, 102) + workbook[at + 14 : at + 116]
    return workbook[:at] + file_pass + rest + workbook[at + 116 :]


with tempfile.TemporaryDirectory() as made:
    folder = pathlib.Path(made)
    saved(folder)
    for name, _, _ in SAVED:
        shutil.copy(folder / name, HERE / name)
    with open(folder / "form.xlsx", "rb") as plain, open(HERE / "locked.xlsx", "wb") as locked:
        msoffcrypto.OfficeFile(plain).encrypt("matkhau", locked)
    (HERE / "xor.xls").write_bytes(obfuscated((folder / "form.xls").read_bytes()))
