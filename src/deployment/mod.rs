//! The resource graph: what would be deployed, format-free.
