//! Azure ML VNet Wizard.
