"""Schemas of answers (the part of JSON Schema that OpenAPI 3.0 has): read off answers, joined, and held against others."""
import re

KEYS_OF_MAPS = re.compile(r"\d+|[0-9a-f]{64}")  # heights, blocks to wait, ids: not names


def schema_of(value, wanted=None):
    """`wanted` is what a test asks of the answer: it knows what an empty list would hold, and which whole numbers may be broken ones."""
    if value is None:
        return {"nullable": True}
    if isinstance(value, bool):
        return {"type": "boolean"}
    if isinstance(value, int):
        return {"type": "number" if wanted == (int, float) else "integer"}
    if isinstance(value, float):
        return {"type": "number"}
    if isinstance(value, str):
        return {"type": "string"}
    if isinstance(value, list):
        inner = wanted[0] if isinstance(wanted, list) and wanted else None
        items = {}
        for one in value:
            items = joined(items, schema_of(one, inner))
        return {"type": "array", "items": items or (schema_of_kind(inner) if inner is not None else {})}
    inner = wanted if isinstance(wanted, dict) else {}
    if value and all(KEYS_OF_MAPS.fullmatch(key) for key in value):
        values = {}
        for one in value.values():
            values = joined(values, schema_of(one, (int, float)))
        return {"type": "object", "additionalProperties": values}
    return {"type": "object", "properties": {key: schema_of(one, inner.get(key)) for key, one in value.items()}}


def schema_of_kind(kind):
    """Of what a test asks for, where no answer shows it."""
    if isinstance(kind, dict):
        return {"type": "object", "properties": {key: schema_of_kind(one) for key, one in kind.items()}}
    names = {(int, float): "number", int: "integer", str: "string", bool: "boolean", dict: "object"}
    if kind is list or isinstance(kind, list):
        return {"type": "array", "items": schema_of_kind(kind[0]) if isinstance(kind, list) and kind else {}}
    return {"type": names[kind]} if isinstance(kind, (type, tuple)) else schema_of(kind) if isinstance(kind, (str, int, float, bool)) else {"type": "string"}


def joined(one, other):
    """What both are. Kinds that have nothing in common are anything."""
    if not one or not other:
        return one or other
    kinds = {schema.get("type") for schema in (one, other)} - {None}
    out = {"nullable": True} if one.get("nullable") or other.get("nullable") else {}
    if kinds <= {"integer", "number"} and kinds:
        return {"type": "number" if "number" in kinds else "integer", **out}
    if len(kinds) > 1:
        return {}
    for kind in kinds:
        out["type"] = kind
    for part in ("items", "additionalProperties"):
        if part in one or part in other:
            out[part] = joined(one.get(part, {}), other.get(part, {}))
    if "properties" in one or "properties" in other:
        first, second = one.get("properties", {}), other.get("properties", {})
        out["properties"] = {key: joined(first.get(key, {}), second.get(key, {})) for key in {**first, **second}}
    return out


def misfit(schema, value, where="answer"):
    """The first thing of the value that the schema does not tell; none where all is told."""
    if not schema or (value is None and schema.get("nullable")):
        return None
    kind = schema.get("type")
    kinds = {"boolean": bool, "string": str, "array": list, "object": dict, "integer": int, "number": (int, float)}
    if kind is None or not isinstance(value, kinds[kind]) or (isinstance(value, bool) and kind != "boolean"):
        return f"{where} is {value!r:.60}, told is {kind}"
    parts = []
    if kind == "array":
        parts = [(schema["items"], one, f"{where}[]") for one in value]
    if kind == "object":
        told, rest = schema.get("properties", {}), schema.get("additionalProperties", None if "properties" in schema else {})
        for key, one in value.items():
            if key not in told and rest is None:
                return f"{where}.{key} is not told"
            parts.append((told.get(key, rest), one, f"{where}.{key}"))
    return next((found for found in (misfit(*part) for part in parts) if found), None)
