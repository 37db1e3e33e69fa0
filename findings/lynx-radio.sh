#!/usr/bin/env bash
# lynx 2.9.0dev.12 chooses the first radio button of a group in which none is checked, and sends it.
#
# Today's HTML leaves such a group without a choice, and nothing of it is sent; every graphical browser does that. lynx
# still follows HTML 2.0 (RFC 1866, 8.1.2.4), in which one button of a group is always checked. A form whose first answer
# means something ("Yes", "Arabic") therefore stores it for everybody who skipped the question in lynx, and a required
# question is never missing. A first button that says nothing ("No preference"), checked in the markup, helps.
#
# Needs Debian's archive for lynx. Fails when this changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"; kill $server 2>/dev/null || true' EXIT
cd "$folder"
apt-get download -q lynx=2.9.0dev.12-1 lynx-common=2.9.0dev.12-1 >/dev/null 2>&1
for package in *.deb; do dpkg -x "$package" .; done
echo "CHARACTER_SET:utf-8" > lynx.cfg

cat > server.py <<'PYTHON'
import http.server
import pathlib

PAGE = b"""<!DOCTYPE html><title>A form</title><form method="post" action="/">
<p><label>Name <input name="name"></label></p>
<p>Voicemail? <label><input type="radio" name="voicemail" value="yes"> Yes</label>
<label><input type="radio" name="voicemail" value="no"> No</label></p>
<p><input type="submit" value="Send"></p></form>"""


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        pathlib.Path("sent.txt").write_bytes(body)
        self.do_GET()

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
pathlib.Path("port.txt").write_text(str(server.server_port))
server.serve_forever()
PYTHON
python3 server.py &
server=$!
until [ -s port.txt ]; do sleep 0.1; done

# Down to the button, past name and radio buttons, without touching any; send; leave.
printf 'key Down Arrow\nkey Down Arrow\nkey Down Arrow\nkey ^J\nkey q\nkey y\n' > keys.txt
TERM=xterm usr/bin/lynx -cfg=lynx.cfg -accept_all_cookies -cmd_script=keys.txt "http://127.0.0.1:$(cat port.txt)/" >/dev/null
usr/bin/lynx -version | head -n 1
echo "sent: $(cat sent.txt)"
[ "$(cat sent.txt)" = "name=&voicemail=yes" ]
