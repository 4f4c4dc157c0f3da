//! What can reach what by VNet, peering and zone link: questions about the plan, answered without Azure.
