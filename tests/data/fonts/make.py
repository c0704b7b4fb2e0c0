"""Makes the workbooks of this folder: python3 make.py, with openpyxl and LibreOffice.

phong-cu.xlsx  the small form of Đơn vị Hai; one text in the font .VnTime and one in VNI-Times, each in the letters of its
               encoding; a share shown as a percentage, a hidden row, a hidden column
phong-cu.xls   the same, saved by LibreOffice
"""

import pathlib
import subprocess
import tempfile

import openpyxl
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
ROWS = [
    ["BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2023"],
    ["Tên đơn vị: Đơn vị Hai"],
    ["Cụm/Khối: k1"],
    ["TT", "Nội dung, tiêu chí", "Kế hoạch", "Thực hiện", "Điểm tự chấm", "Điểm khối chấm", "Điểm tối đa", "Tỷ lệ", "Ghi chú"],
    ["I", "Kinh tế"],
    ["1", "Thu ngân sách", 100, 90, 50, None, None, 0.9],
    ["2", "Gi¶i ng©n", 100, 100, 30],
    ["II", "Phong trào"],
    ["1", "Tuyeân truyeàn", None, None, 20, 15],
    ["", "", "", "", "", "", "", "", "ghi chú nội bộ"],
]

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Bảng tự chấm"
for row in ROWS:
    sheet.append(row)
sheet["B7"].font = Font(name=".VnTime")
sheet["B9"].font = Font(name="VNI-Times")
sheet["H6"].number_format = "0.0%"
sheet.row_dimensions[10].hidden = True
sheet.column_dimensions["I"].hidden = True
book.save(HERE / "phong-cu.xlsx")
with tempfile.TemporaryDirectory() as profile:
    subprocess.run(
        ["soffice", f"-env:UserInstallation={pathlib.Path(profile).as_uri()}", "--headless", "--convert-to",
         "xls:MS Excel 97", "--outdir", str(HERE), str(HERE / "phong-cu.xlsx")],
        check=True, capture_output=True, timeout=300,
    )
