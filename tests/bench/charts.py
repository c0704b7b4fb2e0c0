"""A bloc's results in; six charts of it out, each as PNG at print size and as SVG."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from rules import CODES, FIELDS, MAXIMA

plt.rcParams["svg.hashsalt"] = "thidua"
PAINT = ["#1F3B63", "#9DC3E6", "#3E74AD", "#F4CC9F", "#8A4B1C"]


def charts(bloc, folder):
    """Draws all six; how many files were written."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {"diem-tong": totals, "diem-linh-vuc": fields, "ke-hoach-thuc-hien": plans, "ma-tran-diem": heat,
             "tu-cham-tham-dinh": own, "khoang-cach": gaps}  # fmt: skip
    for name, draw in drawn.items():
        figure, axes = plt.subplots(figsize=(10, 6), layout="constrained")
        draw(bloc, axes)
        axes.spines[["top", "right"]].set_visible(False)
        figure.savefig(folder / f"{name}.svg")
        figure.savefig(folder / f"{name}.png", dpi=200)
        plt.close(figure)
    return 2 * len(drawn)


def names(bloc):
    return [member["name"] for member in bloc["members"]]


def totals(bloc, axes):
    bars = axes.barh(names(bloc), [member["total"] for member in bloc["members"]], color=PAINT[2])
    bars[0].set_color("#C55A11")
    axes.bar_label(bars, fmt="%.2f")
    axes.set_title(f"Tổng điểm: {bloc['name']}")
    axes.invert_yaxis()


def fields(bloc, axes):
    left = np.zeros(len(bloc["members"]))
    for index, (code, name) in enumerate(FIELDS):
        width = np.array([member["fields"][index] for member in bloc["members"]])
        bars = axes.barh(names(bloc), width, left=left, color=PAINT[index], label=f"{code}. {name}")
        axes.bar_label(bars, fmt="%.1f", label_type="center")
        left += width
    axes.set_title(f"Điểm theo lĩnh vực: {bloc['name']}")
    axes.invert_yaxis()
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.05), ncols=3, fontsize=8)


def plans(bloc, axes):
    planned = [index for index in range(len(CODES)) if bloc["members"][0]["rows"][index]["plan"] is not None]
    for place, index in enumerate(planned):
        rows = [member["rows"][index] for member in bloc["members"]]
        reached = [row["actual"] / row["plan"] * 100 for row in rows]
        axes.plot(reached, [place] * len(reached), "o", color=PAINT[2], markersize=4)
    axes.axvline(100, color="#222222")
    axes.set_yticks(range(len(planned)), [CODES[index] for index in planned], fontsize=7)
    axes.set_title(f"Thực hiện so với kế hoạch (%): {bloc['name']}")


def heat(bloc, axes):
    most = np.array([MAXIMA[index % len(MAXIMA)] for index in range(len(CODES))])
    shares = np.array([[row["mark"] for row in member["rows"]] for member in bloc["members"]]) / most
    axes.imshow(shares, cmap="Greys", aspect="auto", vmin=0, vmax=1)
    axes.set_xticks(range(len(CODES)), CODES, rotation=90, fontsize=6)
    axes.set_yticks(range(len(bloc["members"])), names(bloc), fontsize=8)
    for (row, column), share in np.ndenumerate(shares):
        axes.text(column, row, f"{share * 100:.0f}", ha="center", va="center", fontsize=4,
                  color="white" if share > 0.5 else "black")  # fmt: skip
    axes.set_title(f"Tỷ lệ điểm đạt của từng tiêu chí: {bloc['name']}")


def own(bloc, axes):
    for place, member in enumerate(bloc["members"]):
        said = sum(row["self"] for row in member["rows"])
        axes.plot([said, member["total"]], [place, place], color="#AAAAAA")
        axes.plot(said, place, "o", color=PAINT[1])
        axes.plot(member["total"], place, "s", color=PAINT[0])
        axes.text(max(said, member["total"]) + 2, place, f"{member['total'] - said:+.2f}", va="center")
    axes.set_yticks(range(len(bloc["members"])), names(bloc))
    axes.set_title(f"Tự chấm và thẩm định: {bloc['name']}")
    axes.invert_yaxis()


def gaps(bloc, axes):
    most = bloc["members"][0]["total"]
    bars = axes.barh(names(bloc), [most - member["total"] for member in bloc["members"]], color=PAINT[4])
    axes.bar_label(bars, fmt="%.2f")
    axes.set_title(f"Khoảng cách với đơn vị dẫn đầu: {bloc['name']}")
    axes.invert_yaxis()
