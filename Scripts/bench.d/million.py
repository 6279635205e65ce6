"""Measures reading on a register of a million case files, and counts an act's round trips on the wire.

million.py PORT SOCKETS THICK: PORT is the service's; SOCKETS the directory of PostgreSQL's socket; THICK the number
of the case file with 200 entries in 10 proceedings. Accounts bench.ipb and bench.twn have the password in
BENCH_PASSWORD; IPCASE is the program. One connection is kept, requests follow one another; a time is from before the
request is sent until its answer is read whole, so the server's own time is below it.
"""
import http.client, json, os, selectors, socket, statistics, subprocess, sys, threading, time, urllib.parse, uuid

port, sockets, thick = int(sys.argv[1]), sys.argv[2], sys.argv[3]
password = os.environ["BENCH_PASSWORD"]


class Browser:
    """An officer with one connection: a cookie for pages, a token for the API."""

    def __init__(self, port, login):
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.headers = {}
        form = urllib.parse.urlencode({"login": login, "password": password})
        cookie = self.ask("POST", "/sign-in", form, {"Content-Type": "application/x-www-form-urlencoded"}, 303)[1]
        token = json.loads(self.ask("POST", "/api/sessions", json.dumps({"login": login, "password": password}),
                                    {"Content-Type": "application/json"}, 201)[0])["token"]
        self.headers = {"Cookie": cookie.split(";")[0], "Authorization": "Bearer " + token}

    def ask(self, method, path, body=None, headers={}, status=200):
        self.connection.request(method, path, body, {**self.headers, **headers})
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status not in (status, 200):
            sys.exit(f"bench: {method} {path}: {answer.status} {text[:300].decode(errors='replace')}")
        return text, answer.getheader("Set-Cookie")

    def post(self, path, value):
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        return json.loads(self.ask("POST", path, json.dumps(value), headers, 201)[0])

    def times(self, path, count=200, warm=20):
        spent = []
        for index in range(warm + count):
            begun = time.perf_counter()
            self.ask("GET", path)
            if index >= warm:
                spent.append((time.perf_counter() - begun) * 1000)
        spent.sort()
        return statistics.median(spent), spent[int(len(spent) * 0.95)]


def say(what, times, goal):
    print(f"million: {what}: median {times[0]:.1f} ms, p95 {times[1]:.1f} ms (goal {goal})", flush=True)


town, bureau = Browser(port, "bench.twn"), Browser(port, "bench.ipb")
say("page of a case with 200 entries in 10 proceedings", bureau.times(f"/cases/{thick}"), "< 15 ms")
for who, officer in [("clerk of TWN-JJ, who sees least", town), ("clerk of IPB", bureau)]:
    say(f"first page of cases, {who}", officer.times("/cases"), "p95 < 50 ms")
    say(f"the same by the API, {who}", officer.times("/api/cases?limit=50"), "p95 < 50 ms")
    for kind, word in [("common", "商标"), ("of a town", "九江"), ("of another town", "狮山"), ("rare", "腾麒"), ("absent", "鸱鸮")]:
        text, query = word, urllib.parse.quote(word)
        say(f"search {text}, {kind}, {who}", officer.times(f"/cases?search={query}", 60, 8), "p95 < 100 ms")


def report(what, path, goal, count=40):
    say(what, bureau.times(path, count, 5), goal)


# A month of the filled register, as it is now and as of an instant of the past in the middle of a day.
month = "/api/reports/district-monthly/2025-06"
report("monthly form of the district, current state", month, "< 50 ms")
report("the same as of 2025-07-10 12:34", month + "?asOf=2025-07-10T12:34:00Z", "< 300 ms")
report("the same as of 2023-02-03 04:05", "/api/reports/district-monthly/2023-01?asOf=2023-02-03T04:05:00Z", "< 300 ms")
lines = month + "/lines?indicator="
report("drill-down, first page of leads of the year", lines + "leads&span=year", "< 50 ms")
report("drill-down, first page of a category", lines + "filed&span=year&rows=category&key=copyright", "< 50 ms")
for kind in ("xlsx", "pdf", "csv"):
    report(f"{kind} of the month", f"{month}/{kind}", "< 5000 ms", 5)


def psql(text):
    subprocess.run(["psql", "-qAt", "-h", sockets, "-U", "ipcase_owner", "ipcase", "-c", text], check=True)


# What the ledger costs an act: cases logged with its trigger and without, in turns.
spent = {True: [], False: []}
for turn in range(12):
    on = turn % 2 == 0
    psql(f"alter table entry {'enable' if on else 'disable'} trigger entry_tally")
    for index in range(60):
        begun = time.perf_counter()
        bureau.post("/api/cases", {
            "ipType": "trademark", "summary": "涉嫌销售侵权商品", "leadSource": "inspection", "leadOn": "2025-06-02",
            "parties": [{"role": "respondent", "kind": "organisation", "name": "测速商行"}]})
        if index >= 10:
            spent[on].append(time.perf_counter() - begun)
psql("alter table entry enable trigger entry_tally")
with_ledger, without = (statistics.median(spent[on]) * 1000 for on in (True, False))
print(f"million: logging a case with the ledger {with_ledger:.2f} ms, without {without:.2f} ms: "
      f"{100 * (with_ledger / without - 1):.0f} % more (goal <= 15 %)", flush=True)


# A register of twenty thousand lines, each a decided case: three entries, five lines of the ledger.
rows = 20000
words = ["案件编号,来源标题,知识产权类型,程序,当事人,立案日期,决定日期,罚款（元）,没收(元)"]
for line in range(rows):
    words.append(f"测速{uuid.uuid4().hex[:8]}-{line},销售侵权商品案{line},著作权,行政处罚,商行{line},2024-0{line % 9 + 1}-11,2024-1{line % 3}-20,{line + 1},{line % 77}")
begun = time.perf_counter()
answer = bureau.ask("POST", "/api/imports", "\n".join(words).encode(), {
    "Content-Type": "application/octet-stream", "Idempotency-Key": str(uuid.uuid4())})[0]
spent = time.perf_counter() - begun
sums = json.loads(answer.splitlines()[-1])
print(f"million: import of {sums['imported']} of {rows} lines: {rows / spent:.0f} lines a second (goal >= 3000)", flush=True)


class Wire:
    """Stands between the service and PostgreSQL and counts how often the server answers what it was sent."""

    def __init__(self, folder):
        self.turns = 0
        os.makedirs(folder, exist_ok=True)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(folder + "/.s.PGSQL.5432")
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            server = socket.socket(socket.AF_UNIX)
            server.connect(sockets + "/.s.PGSQL.5432")
            threading.Thread(target=self.relay, args=(client, server), daemon=True).start()

    def relay(self, client, server):
        chooser = selectors.DefaultSelector()
        chooser.register(client, selectors.EVENT_READ, server)
        chooser.register(server, selectors.EVENT_READ, client)
        asked = False
        while True:
            for key, _ in chooser.select():
                part = key.fileobj.recv(1 << 20)
                if not part:
                    client.close()
                    server.close()
                    return
                if key.fileobj is client:
                    asked = True
                elif asked:
                    # The first that comes back after something was sent: one round trip.
                    asked = False
                    self.turns += 1
                key.data.sendall(part)


folder = os.environ["BENCH_WORK"] + "/wire"
wire = Wire(folder)
# The owner may act as the service's role; one connection, so that none is opened meanwhile.
address = f"host='{folder}' port=5432 user=ipcase_owner dbname=ipcase"
second = subprocess.Popen([os.environ["IPCASE"], "serve", "--port", str(port + 1), "--connections", "1"],
                          env={**os.environ, "DATABASE_URL": address}, stdout=subprocess.DEVNULL)
try:
    for _ in range(200):
        try:
            probe = http.client.HTTPConnection("127.0.0.1", port + 1)
            probe.request("GET", "/ready")
            if probe.getresponse().status == 200:
                break
        except OSError:
            pass
        time.sleep(0.05)
    officer = Browser(port + 1, "bench.ipb")
    trips = {"log a case": [], "act: verify": [], "act: decline": []}
    for _ in range(8):
        def counted(name, path, value):
            before = wire.turns
            answer = officer.post(path, value)
            trips[name].append(wire.turns - before)
            return answer
        number = counted("log a case", "/api/cases", {
            "ipType": "trademark", "summary": "涉嫌销售假冒注册商标的运动鞋", "leadSource": "inspection",
            "leadOn": "2026-11-02", "parties": [{"role": "respondent", "kind": "organisation", "name": "灯湖服饰商行"}]})["number"]
        case = json.loads(officer.ask("GET", f"/api/cases/{number}")[0])
        proceeding = case["proceedings"][0]["id"]
        counted("act: verify", f"/api/proceedings/{proceeding}/acts",
                {"act": "verify", "happenedOn": "2026-11-03", "facts": {"findings": "现场有涉嫌侵权商品"}})
        counted("act: decline", f"/api/proceedings/{proceeding}/acts",
                {"act": "decline", "happenedOn": "2026-11-04", "facts": {"ground": "minor-corrected", "approver": "梁国强"}})
    for name, counts in trips.items():
        print(f"million: round trips on the wire, {name}: {statistics.median(counts):.0f}"
              f" (goal <= 3; each of {len(counts)}: {' '.join(map(str, counts))})", flush=True)
finally:
    second.send_signal(2)
    second.wait()
