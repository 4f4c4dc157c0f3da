// The scenarios of the start page, by the titles on their cards.

export const SCENARIOS = [
  "Training clusters in a network",
  "Private batch scoring",
  "AKS real-time scoring",
  "Hub and spoke with firewall",
  "Classic 2019 layout",
  "Everything at once",
] as const;

export type Scenario = (typeof SCENARIOS)[number];
