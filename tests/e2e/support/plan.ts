// The plan document as far as tests look into it.

export type Subnet = { id: number; name: string; prefix: string };

export type Vnet = {
  id: number;
  name: string;
  placement: string;
  address_space: string[];
  subnets: Subnet[];
};

export type Plan = {
  schema_version: number;
  checked_with: number;
  basics: { title: string; region: string; headroom: string; headroom_percent: number };
  vnets: Vnet[];
  clusters: { name: string; max_nodes: number }[];
};
