"""Works out tests/exante/fixtures/simulation.json by itself: no code of the product, plain integers.

    python3 tests/exante/independent-simulation.py > tests/exante/fixtures/simulation.json

Generator, distribution and order of draws are those of docs/affordability.md.
"""
import json
import math

MASK = 0xFFFFFFFF
WHOLE = 100_000_000


def stream(seed):
    state = seed & MASK

    def fill():
        nonlocal state
        state = (state + 0x9E3779B9) & MASK
        m = state ^ (state >> 16)
        m = (m * 0x21F0AAAD) & MASK
        m ^= m >> 15
        m = (m * 0x735A2D97) & MASK
        return m ^ (m >> 15)

    a, b, c, k, n = fill(), fill(), fill(), 1, 0
    while True:
        total = (a + b + k) & MASK
        k = (k + 1) & MASK
        a = b ^ (b >> 9)
        b = (c + (c << 3)) & MASK
        c = ((c << 21) & MASK) | (c >> 11)
        c = (c + total) & MASK
        if n >= 12:
            yield total
        n += 1


def deviation(triangle, numbers):
    low, mode, high = triangle
    u, v = next(numbers) >> 12, next(numbers) >> 12
    moved = (high - mode) * min(u, v) + (mode - low) * max(u, v)
    return low * 10_000 + (moved * 10_000) // (1 << 20)


def simulate(years, rules, seed, draws, warn, fail):
    numbers = stream(seed)
    seen = [[] for _ in years]
    counts = [[0, 0] for _ in years]
    for _ in range(draws):
        cost = WHOLE + deviation(rules["cost"], numbers)
        revenue = transfers = guarantees = WHOLE
        for place, y in enumerate(years):
            revenue = revenue * (WHOLE + deviation(rules["revenue"], numbers)) // WHOLE
            transfers = transfers * (WHOLE + deviation(rules["transfers"], numbers)) // WHOLE
            guarantees = guarantees * (WHOLE + deviation(rules["guarantees"], numbers)) // WHOLE
            money = y["otherMoney"] + y["revenue"] * revenue // WHOLE + y["transfers"] * transfers // WHOLE
            spent = y["otherRigid"] + y["guarantees"] * guarantees // WHOLE + y["project"] * cost // WHOLE
            seen[place].append(min(100_000, spent * 10_000 // money) if money > 0 else 100_000)
            if money <= 0 or spent * 10_000 > money * fail:
                counts[place][1] += 1
            if money <= 0 or spent * 10_000 >= money * warn:
                counts[place][0] += 1
    result = []
    for place, y in enumerate(years):
        ordered = sorted(seen[place])
        rank = lambda p: ordered[max(0, math.ceil(len(ordered) * p / 100) - 1)]
        result.append(
            {
                "year": y["year"],
                "warned": counts[place][0],
                "failed": counts[place][1],
                "quantiles_bp": {f"p{p}": rank(p) for p in (5, 25, 50, 75, 95)},
            }
        )
    return result


YEARS = [
    {"year": 2023, "revenue": 162430511733, "transfers": 230155890207, "otherMoney": 23840404042,
     "guarantees": 295012345678, "otherRigid": 70323456794, "project": 4500000003},
    {"year": 2024, "revenue": 166491274526, "transfers": 234183618286, "otherMoney": 12535353536,
     "guarantees": 304231481480, "otherRigid": 72500000050, "project": 7000000008},
    {"year": 2025, "revenue": 170653556389, "transfers": 238281831606, "otherMoney": 11139823233,
     "guarantees": 313738715276, "otherRigid": 70099999999, "project": 364000001},
]
RULES = {
    "revenue": (-1000, 0, 500),
    "transfers": (-300, 0, 300),
    "guarantees": (-100, 0, 300),
    "cost": (-500, 0, 3000),
}

if __name__ == "__main__":
    vectors = {}
    for seed in (0, 1, 20220820, 4294967295):
        numbers = stream(seed)
        vectors[seed] = [next(numbers) for _ in range(4)]
    runs = [
        {"seed": seed, "draws": draws, "years": simulate(YEARS, RULES, seed, draws, 9500, 10000)}
        for seed, draws in ((20180901, 2000), (1, 500), (4294967295, 333))
    ]
    print(json.dumps({"vectors": vectors, "input": YEARS, "rules": RULES, "runs": runs}, indent=1))
