"""Writes the shapefiles of this folder with pyshp 3.1.6 (PyPI): python3 write.py"""
import pathlib
import shapefile

HERE = pathlib.Path(__file__).parent


def writer(name, kind, encoding="utf-8"):
    w = shapefile.Writer(str(HERE / name), shapeType=kind, encoding=encoding)
    return w


with writer("polygons", shapefile.POLYGON) as w:
    w.field("ISO_A3", "C", 3)
    w.field("NAME", "C", 40)
    w.field("POP", "N", 12)
    w.field("SHARE", "F", 12, 4)
    w.field("OPEN", "L")
    w.field("SINCE", "D")
    # A square with a hole, and an island; the second winds its outer ring the wrong way.
    w.poly([[[0, 0], [0, 10], [10, 10], [10, 0], [0, 0]], [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]], [[20, 0], [20, 2], [22, 2], [22, 0], [20, 0]]])
    w.record("AAA", "Первая", 1500, 0.25, True, "19960426")
    w.poly([[[10, 0], [20, 0], [20, 10], [10, 10], [10, 0]]])
    w.record("BBB", "第二", None, None, None, None)
    w.null()
    w.record("CCC", "nowhere", 7, 1.5, False, "20010716")
(HERE / "polygons.cpg").write_text("UTF-8")
(HERE / "polygons.prj").write_text('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]')

with writer("lines", shapefile.POLYLINEZ, "cp1251") as w:
    w.field("NAME", "C", 20)
    w.linez([[[0, 0, 5], [1, 1, 6], [2, 0, 7]], [[3, 3, 1], [4, 4, 2]]])
    w.record("Амур")
(HERE / "lines.cpg").write_text("1251")

with writer("points", shapefile.POINTM, "cp1252") as w:
    w.field("NAME", "C", 20)
    w.pointm(6.13, 49.61, 3)
    w.record("Köln")
    w.pointm(-179.5, -16.5, 4)
    w.record("Fiji")

with writer("multipoints", shapefile.MULTIPOINT) as w:
    w.field("N", "N", 4)
    w.multipoint([[1, 2], [3, 4], [5, 6]])
    w.record(3)

with writer("projected", shapefile.POINT) as w:
    w.field("N", "N", 4)
    w.point(4500000, 5200000)
    w.record(1)
(HERE / "projected.prj").write_text('PROJCS["Pulkovo_1942_GK_Zone_7",GEOGCS["GCS_Pulkovo_1942"]]')
