"""Files of Arrow's and what pyarrow reads in them: cases for tables.py.

Every type that a figure reads, with nulls; packed in each way; one batch and several; a file and a stream; and files that
are damaged or of an older kind."""
import datetime, decimal, os

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.ipc as ipc


def table():
    return pa.table({
        "name": pa.array(["Kazakhstan", "Kyrgyzstan", None, "Tajikistan, a longer name", "Uzbekistan", "x", "Türkmenistan"]),
        "i8": pa.array([1, -2, None, 4, 5, 127, -128], pa.int8()),
        "u16": pa.array([1, 2, 3, 4, 5, 6, 65535], pa.uint16()),
        "i64": pa.array([1, 2, 3, 4, None, 2**53, 2**60 + 1], pa.int64()),
        "f16": pa.array([0.5, -1.5, 0, 65504, None, 0.25, 1], pa.float16()),
        "f32": pa.array([0.5, 1, 2, 3, 4, 5, None], pa.float32()),
        "f64": pa.array([0.1, float("nan"), 2.5, -3, 4, 5, None]),
        "flag": pa.array([True, False, None, True, True, False, True]),
        "day": pa.array([datetime.date(2020, 1, 1), datetime.date(1969, 7, 20), None] + [datetime.date(2001, 1, i) for i in range(1, 5)]),
        "at": pa.array([datetime.datetime(2020, 1, 1, 12, 30, 15, 123000)] * 6 + [None], pa.timestamp("us")),
        "amount": pa.array([decimal.Decimal("0.10"), decimal.Decimal("-1234567.89"), None] + [decimal.Decimal(i) for i in range(4)], pa.decimal128(38, 2)),
        "kind": pa.array(["a", "b", "a", None, "c", "b", "a"]).dictionary_encode(),
        "large": pa.array(list("abcdefg"), pa.large_string()),
        "list": pa.array([[1], [2, 3], None, [], [4], [5], [6]]),
        "struct": pa.array([{"a": 1, "b": "x"}] * 7),
        "none": pa.nulls(7),
        "view": pa.array(["short", "a much longer text than twelve", None, "x", "y", "z", "another rather long text"], pa.string_view()),
        "last": pa.array(range(7)),
    })


def columns(read, plain):
    """What a figure reads: no lists, no structures; identifiers that no number holds as text."""
    found = {}
    for name in read.column_names:
        if name in ("list", "struct"):
            continue
        values = read[name].to_pylist()
        if name == "i64":
            values = [str(v) if v is not None and abs(v) > 2**53 else v for v in values]
        found[name] = [float(v) if isinstance(v, decimal.Decimal) else plain(v) for v in values]
    return found


def add(folder, case, plain):
    whole = table()
    path = lambda name: os.path.join(folder, name)
    for codec in ("uncompressed", "lz4", "zstd"):
        feather.write_feather(whole.drop(["view"]), path(f"{codec}.feather"), compression=codec)
        case(f"{codec}.feather", columns(feather.read_table(path(f"{codec}.feather")), plain), "pyarrow.feather.read_table", told="`list` holds lists")
    for name, writer in (("batches.arrow", ipc.new_file), ("stream.arrows", ipc.new_stream)):
        with writer(path(name), whole.schema) as out:
            for batch in whole.to_batches(max_chunksize=3):
                out.write_batch(batch)
        reader = ipc.open_file if name.endswith("arrow") else ipc.open_stream
        case(name, columns(reader(path(name)).read_all(), plain), f"pyarrow.ipc.{reader.__name__}", told="`struct` holds structures")
    data = open(path("lz4.feather"), "rb").read()
    for name, content, words in (("half.feather", data[:len(data) // 2], "ends before"), ("first.feather", b"FEA1" + data[4:], "Feather 1"),
                                 ("torn.feather", data[:900] + bytes(255 - b for b in data[900:1900]) + data[1900:], "cannot be read as Arrow")):
        with open(path(name), "wb") as out:
            out.write(content)
        case(name, refused=words)
