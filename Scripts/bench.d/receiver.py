"""Receives webhooks until as many different ones came as asked for; prints how many messages, how many different, and in
how many seconds. Usage: receiver.py PORT COUNT SECRET
"""
import base64
import hashlib
import hmac
import http.server
import sys
import threading
import time

port, count, secret = int(sys.argv[1]), int(sys.argv[2]), base64.b64decode(sys.argv[3].removeprefix("whsec_"))
seen, messages, lock, done = set(), [0], threading.Lock(), threading.Event()


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        signed = f"{self.headers['webhook-id']}.{self.headers['webhook-timestamp']}.".encode() + body
        expected = "v1," + base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
        right = hmac.compare_digest(expected, self.headers["webhook-signature"])
        self.send_response(204 if right else 400)
        self.send_header("Content-Length", "0")
        self.end_headers()
        if right:
            with lock:
                messages[0] += 1
                seen.add(self.headers["webhook-id"])
                if len(seen) >= count:
                    done.set()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
begun = time.monotonic()
done.wait(300)
took = time.monotonic() - begun
time.sleep(3)
print(f"{messages[0]} {len(seen)} {took:.1f}")
