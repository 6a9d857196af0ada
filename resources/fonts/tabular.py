#!/usr/bin/env python3
"""Makes the program's text font from Inter: the same font with figures of equal width in the first place, and with no
letter that looks like another one because of its neighbours.

Qt 6.4 can switch OpenType features neither on nor off. Figures that change (hash rates, heights, columns of a table) must
not jump, so the characters 0 to 9 are mapped to the glyphs of Inter's own feature `tnum`. The feature `calt` turns the x
of an address between two figures into a times sign; it gets a tag that nobody asks for. The family gets another name,
because a changed font should not pass for the original. Nothing else is touched.

usage: tabular.py FOLDER_WITH_INTER_OTF FOLDER_TO_WRITE_TO
"""
import pathlib
import struct
import sys

STYLES = ("Regular", "Medium", "SemiBold", "Bold")
FAMILY = "Cairn Sans"


def read_tables(data):
    count = struct.unpack(">H", data[4:6])[0]
    tables = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[tag] = data[offset:offset + length]
    return tables


def write_tables(tables):
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    head = struct.pack(">4sHHHH", b"OTTO", count, power * 16, power.bit_length() - 1, (count - power) * 16)
    offset = 12 + 16 * count
    directory, body, head_at = b"", b"", 0
    for tag in sorted(tables):
        table = tables[tag]
        if tag == b"head":
            table = table[:8] + bytes(4) + table[12:]
            head_at = offset + len(body)
        directory += struct.pack(">4sIII", tag, checksum(table), offset + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    font = head + directory + body
    adjustment = (0xB1B0AFBA - checksum(font)) & 0xFFFFFFFF
    return font[:head_at + 8] + struct.pack(">I", adjustment) + font[head_at + 12:]


def checksum(table):
    table += bytes(-len(table) % 4)
    return sum(struct.unpack(f">{len(table) // 4}I", table)) & 0xFFFFFFFF


def coverage(gsub, at):
    kind, count = struct.unpack(">HH", gsub[at:at + 4])
    if kind == 1:
        return list(struct.unpack(f">{count}H", gsub[at + 4:at + 4 + 2 * count]))
    glyphs = []
    for i in range(count):
        first, last, _ = struct.unpack(">HHH", gsub[at + 4 + 6 * i:at + 10 + 6 * i])
        glyphs += range(first, last + 1)
    return glyphs


def single_substitutions(gsub, feature):
    _, features, lookups = struct.unpack(">HHH", gsub[4:10])
    wanted = set()
    for i in range(struct.unpack(">H", gsub[features:features + 2])[0]):
        tag, offset = struct.unpack(">4sH", gsub[features + 2 + 6 * i:features + 8 + 6 * i])
        if tag == feature:
            at = features + offset
            count = struct.unpack(">H", gsub[at + 2:at + 4])[0]
            wanted.update(struct.unpack(f">{count}H", gsub[at + 4:at + 4 + 2 * count]))
    result = {}
    for index in wanted:
        at = lookups + struct.unpack(">H", gsub[lookups + 2 + 2 * index:lookups + 4 + 2 * index])[0]
        kind, _, count = struct.unpack(">HHH", gsub[at:at + 6])
        for i in range(count if kind == 1 else 0):
            sub = at + struct.unpack(">H", gsub[at + 6 + 2 * i:at + 8 + 2 * i])[0]
            form, offset = struct.unpack(">HH", gsub[sub:sub + 4])
            glyphs = coverage(gsub, sub + offset)
            if form == 1:
                delta = struct.unpack(">H", gsub[sub + 4:sub + 6])[0]
                result.update({glyph: (glyph + delta) & 0xFFFF for glyph in glyphs})
            else:
                result.update(zip(glyphs, struct.unpack(f">{len(glyphs)}H", gsub[sub + 6:sub + 6 + 2 * len(glyphs)])))
    return result


def silence(gsub, feature, other):
    """The feature under a tag that no program asks for; the tags stay in order."""
    features = struct.unpack(">H", gsub[6:8])[0]
    result = bytearray(gsub)
    for i in range(struct.unpack(">H", gsub[features:features + 2])[0]):
        at = features + 2 + 6 * i
        if gsub[at:at + 4] == feature:
            result[at:at + 4] = other
    return bytes(result)


def read_cmap(cmap):
    best = {}
    for i in range(struct.unpack(">H", cmap[2:4])[0]):
        offset = struct.unpack(">I", cmap[8 + 8 * i:12 + 8 * i])[0]
        form = struct.unpack(">H", cmap[offset:offset + 2])[0]
        found = read_format4(cmap, offset) if form == 4 else read_format12(cmap, offset) if form == 12 else {}
        best = found if len(found) > len(best) else best
    return best


def read_format4(cmap, at):
    segments = struct.unpack(">H", cmap[at + 6:at + 8])[0] // 2
    column = lambda start: struct.unpack(f">{segments}H", cmap[start:start + 2 * segments])
    ends, starts = column(at + 14), column(at + 16 + 2 * segments)
    deltas, ranges_at = column(at + 16 + 4 * segments), at + 16 + 6 * segments
    ranges = column(ranges_at)
    result = {}
    for i in range(segments):
        for code in range(starts[i], ends[i] + 1):
            glyph = code
            if ranges[i]:
                place = ranges_at + 2 * i + ranges[i] + 2 * (code - starts[i])
                glyph = struct.unpack(">H", cmap[place:place + 2])[0]
                if glyph == 0:
                    continue
            result[code] = (glyph + deltas[i]) & 0xFFFF
    result.pop(0xFFFF, None)
    return result


def read_format12(cmap, at):
    result = {}
    for i in range(struct.unpack(">I", cmap[at + 12:at + 16])[0]):
        first, last, glyph = struct.unpack(">III", cmap[at + 16 + 12 * i:at + 28 + 12 * i])
        result.update({code: glyph + code - first for code in range(first, last + 1)})
    return result


def runs(mapping):
    result = []
    for code in sorted(mapping):
        if result and result[-1][1] + 1 == code and mapping[code] - code == result[-1][2]:
            result[-1][1] = code
        else:
            result.append([code, code, mapping[code] - code])
    return result


def write_cmap(mapping):
    segments = runs({code: glyph for code, glyph in mapping.items() if code < 0xFFFF}) + [[0xFFFF, 0xFFFF, 1]]
    count = len(segments)
    power = 1 << (count.bit_length() - 1)
    numbers = [end for _, end, _ in segments] + [0] + [start for start, _, _ in segments]
    numbers += [delta & 0xFFFF for _, _, delta in segments] + [0] * count
    short = struct.pack(">HHHHHHH", 4, 14 + 2 * len(numbers), 0, 2 * count, 2 * power, power.bit_length() - 1,
                        2 * (count - power)) + struct.pack(f">{len(numbers)}H", *numbers)
    groups = runs(mapping)
    long = struct.pack(">HHIII", 12, 0, 16 + 12 * len(groups), 0, len(groups))
    long += b"".join(struct.pack(">III", start, end, start + delta) for start, end, delta in groups)
    records = [(0, 3, 0), (0, 4, 1), (3, 1, 0), (3, 10, 1)]
    places = (4 + 8 * len(records), 4 + 8 * len(records) + len(short))
    directory = b"".join(struct.pack(">HHI", platform, encoding, places[which]) for platform, encoding, which in records)
    return struct.pack(">HH", 0, len(records)) + directory + short + long


def rename(name):
    _, count, storage = struct.unpack(">HHH", name[:6])
    records, texts = b"", b""
    for i in range(count):
        platform, encoding, language, what, length, offset = struct.unpack(">6H", name[6 + 12 * i:18 + 12 * i])
        coding = "utf-16-be" if platform in (0, 3) else "mac-roman"
        text = name[storage + offset:storage + offset + length].decode(coding)
        if what in (1, 3, 4, 16):
            text = text.replace("Inter", FAMILY)
        if what == 6:
            text = text.replace("Inter", FAMILY.replace(" ", ""))
        encoded = text.encode(coding)
        records += struct.pack(">6H", platform, encoding, language, what, len(encoded), len(texts))
        texts += encoded
    return struct.pack(">HHH", 0, count, 6 + len(records)) + records + texts


def main():
    source, target = (pathlib.Path(argument) for argument in sys.argv[1:3])
    for style in STYLES:
        tables = read_tables((source / f"Inter-{style}.otf").read_bytes())
        mapping = read_cmap(tables[b"cmap"])
        tabular = single_substitutions(tables[b"GSUB"], b"tnum")
        for digit in b"0123456789":
            mapping[digit] = tabular[mapping[digit]]
        tables[b"cmap"] = write_cmap(mapping)
        tables[b"GSUB"] = silence(tables[b"GSUB"], b"calt", b"cal0")
        tables[b"name"] = rename(tables[b"name"])
        (target / f"CairnSans-{style}.otf").write_bytes(write_tables(tables))


main()
