//! Azure ML VNet Wizard: plans, checks, draws and exports the network of an Azure Machine Learning workspace.
//!
//! The core is pure: no I/O, no clock, no randomness, no browser. The modules below stand in the order of
//! their layers: a module imports from layers before its own, never from later ones, never from a neighbour
//! on its own layer. `tests/native/layering.rs` holds it to that.

// Layer 0: what a plan is.
pub mod domain;

// Layer 1: what Azure says; how a plan is written down.
pub mod azure;
pub mod document;

// Layer 2: what follows from a plan alone.
pub mod capacity;
pub mod samples;
pub mod topology;

// Layer 3: where things lie, and what can reach what.
pub mod allocation;
pub mod flow;

// Layer 4: how things can lie elsewhere.
pub mod readdress;

// Layer 5: what is wrong with it, what would be deployed, and a plan from a few answers.
pub mod brief;
pub mod deployment;
pub mod rules;

// Layer 6: what it looks like.
pub mod diagram;

// Layer 7: what can be taken away.
pub mod exports;

// Layer 8: the only place that knows a browser.
#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub mod ui;
