//! A static file server for the built site, with the manners of GitHub Pages: files by path, folders
//! by their `index.html`, 404 for everything else, and no route fallback.
//!
//! One thread per connection, one request each: a browser that holds idle connections open cannot
//! starve the page, and there is no more to get wrong.

mod mime;
mod request;

use crate::failure::{Failure, Outcome};
use request::{Method, Target};
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The longest request head we read; ours is a few hundred bytes.
const HEAD_LIMIT_BYTES: u64 = 16 * 1024;
const READ_TIMEOUT: Duration = Duration::from_secs(10);

/// A port of this machine, taken but not served yet.
pub(crate) struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes `port` on the loopback address; 0 takes any free one.
    pub(crate) fn bind(port: u16) -> Outcome<Self> {
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .and_then(|listener| Ok((listener.local_addr()?, listener)));
        match bound {
            Ok((address, listener)) => Ok(Self { listener, address }),
            Err(error) => Err(Failure::new(
                format!("cannot listen on port {port}: {error}"),
                "Stop the program that uses the port, or choose another: \
                 `cargo xtask serve --port 8081`.",
            )),
        }
    }

    /// The page's address.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves the files below `root` until the process ends.
    pub(crate) fn serve(self, root: &Path) {
        for stream in self.listener.incoming().flatten() {
            let root = root.to_path_buf();
            thread::spawn(move || {
                if let Err(error) = answer(&stream, &root) {
                    // A browser that closes a connection early is no news.
                    if error.kind() == io::ErrorKind::Other {
                        eprintln!("{error}");
                    }
                }
            });
        }
    }
}

/// Reads one request and answers it.
fn answer(stream: &TcpStream, root: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(READ_TIMEOUT))?;
    let mut reader = BufReader::new(stream.take(HEAD_LIMIT_BYTES));
    let mut line = String::new();
    reader.read_line(&mut line)?;
    // Closing a socket with unread input resets it, and the browser may lose the answer.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    respond(&line, root).send(stream)
}

/// An answer, ready to send.
#[derive(Debug)]
struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// The length is stated either way; a HEAD request gets no more than that.
    sends_body: bool,
}

/// The answer to a request line.
fn respond(line: &str, root: &Path) -> Response {
    let Some(request) = request::parse(line) else {
        return Response::text("400 Bad Request", "That is not an HTTP request.\n");
    };
    let mut response = match request.method {
        Method::Other => Response::text(
            "405 Method Not Allowed",
            "Only GET and HEAD are served here.\n",
        ),
        Method::Get | Method::Head => match request.target {
            Target::Outside => not_found(root),
            Target::Below(path) => file(root, &path, request.path),
        },
    };
    response.sends_body = request.method != Method::Head;
    response
}

fn file(root: &Path, below: &Path, requested: &str) -> Response {
    let path = root.join(below);
    if path.is_dir() {
        if !requested.ends_with('/') {
            let mut redirect = Response::text("301 Moved Permanently", "");
            redirect.headers.push(("Location", format!("{requested}/")));
            return redirect;
        }
        return read("200 OK", &path.join("index.html")).unwrap_or_else(|| not_found(root));
    }
    read("200 OK", &path).unwrap_or_else(|| not_found(root))
}

/// The site's own page for missing files, if it has one.
fn not_found(root: &Path) -> Response {
    let status = "404 Not Found";
    read(status, &root.join("404.html")).unwrap_or_else(|| Response::text(status, "Not found.\n"))
}

fn read(status: &'static str, path: &Path) -> Option<Response> {
    let body = fs::read(path).ok()?;
    Some(Response::new(status, mime::of(path), body))
}

impl Response {
    fn new(status: &'static str, mime: &str, body: Vec<u8>) -> Self {
        let headers = vec![
            ("Content-Type", mime.to_owned()),
            ("Content-Length", body.len().to_string()),
            ("Cache-Control", "no-cache".to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Connection", "close".to_owned()),
        ];
        Self {
            status,
            headers,
            body,
            sends_body: true,
        }
    }

    fn text(status: &'static str, text: &str) -> Self {
        Self::new(status, mime::of(&PathBuf::from("x.txt")), text.into())
    }

    fn send(&self, mut stream: &TcpStream) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(name);
            head.push_str(": ");
            head.push_str(value);
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        stream.write_all(head.as_bytes())?;
        if self.sends_body {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;

    /// A site of its own for each test, below the system's folder for temporary files.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let root = env::temp_dir().join(format!("xtask-{}-{name}", std::process::id()));
            fs::create_dir_all(root.join("docs")).expect("temporary folder");
            fs::write(root.join("index.html"), "home").expect("file");
            fs::write(root.join("app_bg.wasm"), [0, 0x61]).expect("file");
            fs::write(root.join("docs/index.html"), "docs").expect("file");
            Self(root)
        }

        fn ask(&self, line: &str) -> Response {
            respond(line, &self.0)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok(); // Left behind, it does no harm.
        }
    }

    fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
        let mut headers = response.headers.iter();
        headers
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.as_str())
    }

    #[test]
    fn serves_files_and_the_index_of_a_folder() {
        let site = Site::new("files");
        let home = site.ask("GET /?x=1 HTTP/1.1");
        assert_eq!(
            (home.status, home.body.as_slice()),
            ("200 OK", &b"home"[..])
        );
        let wasm = site.ask("GET /app_bg.wasm HTTP/1.1");
        assert_eq!(header(&wasm, "Content-Type"), Some("application/wasm"));
    }

    #[test]
    fn redirects_to_the_slash_so_that_relative_paths_hold() {
        let site = Site::new("slash");
        let redirect = site.ask("GET /docs HTTP/1.1");
        assert_eq!(header(&redirect, "Location"), Some("/docs/"));
        assert_eq!(site.ask("GET /docs/ HTTP/1.1").body, b"docs");
    }

    #[test]
    fn never_leaves_its_folder() {
        let site = Site::new("outside");
        let root = site.0.join("docs");
        for path in [
            "/../index.html",
            "/%2e%2e/index.html",
            "/..%2findex.html",
            "//etc/passwd",
        ] {
            let response = respond(&format!("GET {path} HTTP/1.1"), &root);
            assert_eq!(response.status, "404 Not Found", "{path}");
        }
    }

    #[test]
    fn has_no_route_fallback() {
        let site = Site::new("fallback");
        assert_eq!(site.ask("GET /networks HTTP/1.1").status, "404 Not Found");
    }

    #[test]
    fn answers_head_with_the_length_only() {
        let site = Site::new("head");
        let response = site.ask("HEAD / HTTP/1.1");
        assert!(!response.sends_body);
        assert_eq!(header(&response, "Content-Length"), Some("4"));
    }

    #[test]
    fn refuses_to_be_written_to() {
        let site = Site::new("post");
        assert_eq!(site.ask("POST / HTTP/1.1").status, "405 Method Not Allowed");
        assert_eq!(site.ask("hello").status, "400 Bad Request");
    }

    #[test]
    fn serves_over_a_real_socket() {
        let site = Site::new("socket");
        let root = site.0.clone();
        let server = Server::bind(0).expect("a free port");
        let address = server.address;
        thread::spawn(move || server.serve(&root));
        let mut stream = TcpStream::connect(address).expect("listening");
        stream
            .write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answered");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\nhome"), "{answer}");
    }
}
