//! Offline answer to “does this packet get through”: NSGs, routes, traces.
