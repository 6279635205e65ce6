# Draws by the rule as it is published, to check the program against. Prints the answers of DrawTests.swift.
from hashlib import sha256

TARGETS = [
    ("远航知识产权代理有限公司", "91440605MA0000162B", "桂城街道"), ("灯湖商标事务所", "91440605MA00001706", "大沥镇"),
    ("千灯专利代理事务所", "91440605MA00001893", ""), ("映月知识产权服务有限公司", "91440605MA0000197X", "狮山镇"),
    ("平洲商标代理有限公司", "91440605MA000020XE", "桂城街道"), ("里水专利代理事务所", "91440605MA0000218E", "里水镇"),
]
INSPECTORS = [("周敏", "粤A001"), ("何志远", "粤A002"), ("梁家宝", "粤A003"), ("陈一鸣", "粤A004")]
CONFLICTS = [("粤A001", "91440605MA00001706"), ("粤A003", "91440605MA0000197X")]
COUNT, TEAM = 3, 2


def lines(kind, rows):
    return sorted(("\t".join((kind,) + row) for row in rows), key=str.encode)


targets, inspectors = lines("target", TARGETS), lines("inspector", INSPECTORS)
text = "".join(
    line + "\n"
    for line in ["ipcase-inspection 1", f"draw\t{COUNT}\t{TEAM}"] + targets + inspectors + lines("conflict", CONFLICTS))
commitment = sha256(text.encode()).hexdigest()
print(commitment)


def key(*parts):
    return sha256("\x1f".join(parts).encode()).hexdigest()


for seed in ["2026278 07 11 19 23 28 31 09", "2026279 01 05 12 18 22 30 14"]:
    for k, line in sorted((key(seed, commitment, "target", line), line) for line in targets)[:COUNT]:
        number = line.split("\t")[2]
        free = [i for i in inspectors if (i.split("\t")[2], number) not in CONFLICTS]
        team = sorted((key(seed, commitment, "inspector", line, i), i) for i in free)[:TEAM]
        print(k, number, "、".join(i.split("\t")[2] for _, i in team))
