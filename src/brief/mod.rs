//! From a workload to a complete plan.
