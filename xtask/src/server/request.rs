//! The first line of an HTTP request, and the file it asks for.

use std::path::PathBuf;

/// What a client wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Other,
}

/// What it wants to do it to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A relative path of plain names: joined to the root it stays below the root.
    Below(PathBuf),
    /// A path that tries to leave the root, or that no file can have.
    Outside,
}

/// A request line, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request<'a> {
    pub(super) method: Method,
    pub(super) target: Target,
    /// The path as it was sent, without the query.
    pub(super) path: &'a str,
}

/// Reads `GET /path?query HTTP/1.1`.
pub(super) fn parse(line: &str) -> Option<Request<'_>> {
    let mut words = line.split_whitespace();
    let (method, address) = (words.next()?, words.next()?);
    words.next()?.strip_prefix("HTTP/")?;
    let path = address.split(['?', '#']).next()?;
    path.strip_prefix('/')?;
    Some(Request {
        method: match method {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            _ => Method::Other,
        },
        target: resolve(path),
        path,
    })
}

/// Turns a path of the address into a path below the root.
///
/// The escapes are decoded first, so an escaped `..` or `/` is judged as what it stands for.
fn resolve(path: &str) -> Target {
    let Some(decoded) = decode(path) else {
        return Target::Outside;
    };
    let mut below = PathBuf::new();
    for name in decoded.split('/').skip(1) {
        match name {
            "" | "." => {}
            ".." => return Target::Outside,
            // Backslashes and drive letters are separators on Windows.
            name if name.contains(['\\', ':', '\0']) => return Target::Outside,
            name => below.push(name),
        }
    }
    Target::Below(below)
}

/// Replaces `%2F` and the like; `None` if that does not give text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(path: &str) -> Target {
        Target::Below(PathBuf::from(path))
    }

    #[test]
    fn reads_the_path_without_its_query() {
        let request = parse("GET /a/b.css?v=1 HTTP/1.1\r\n").expect("a request");
        assert_eq!(request.method, Method::Get);
        assert_eq!(
            (request.target, request.path),
            (below("a/b.css"), "/a/b.css")
        );
    }

    #[test]
    fn decodes_escapes() {
        assert_eq!(resolve("/a%20b.css"), below("a b.css"));
        assert_eq!(resolve("/caf%C3%A9"), below("café"));
        assert_eq!(resolve("//a//./b"), below("a/b"));
    }

    #[test]
    fn rejects_every_way_out() {
        let ways = [
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/%2E%2e%2fx",
            "/..",
            "/a\\..\\x",
            "/c:/x",
            "/%5c..",
            "/x%00.html",
            "/%ff",
            "/%zz",
            "/%2",
        ];
        for path in ways {
            assert_eq!(resolve(path), Target::Outside, "{path}");
        }
    }

    #[test]
    fn rejects_what_is_not_http() {
        for line in ["", "GET", "GET /", "GET x HTTP/1.1", "GET / FTP/1.1"] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
