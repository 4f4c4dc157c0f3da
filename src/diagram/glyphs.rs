//! Line glyphs, 20 by 20 units, drawn for this app; stroke 1.5, round ends, no fill.

/// What a glyph stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// A virtual network.
    Vnet,
    /// A private endpoint: two joined rings.
    PrivateEndpoint,
    /// A compute cluster: four tiles.
    Cluster,
    /// A compute instance: a notebook.
    Instance,
    /// Serverless compute: a cloud with a bolt.
    Serverless,
    /// A virtual machine: a screen.
    Machine,
    /// An `HDInsight` cluster: a comb.
    HdInsight,
    /// An AKS cluster: a ship's wheel.
    Aks,
    /// Azure Bastion: a castle tower.
    Bastion,
    /// A VPN or `ExpressRoute` gateway: a post with two arrows.
    Gateway,
    /// A firewall: a wall of bricks.
    Firewall,
    /// A route server: a fork.
    RouteServer,
    /// The workspace: a flask.
    Workspace,
    /// A batch endpoint, Azure Batch: stacked sheets with an arrow.
    Batch,
    /// A storage account: a drum.
    Storage,
    /// A key vault: a key.
    KeyVault,
    /// A container registry: a crate.
    Registry,
    /// Application Insights: a line chart.
    Insights,
    /// DNS zones: two servers.
    Dns,
    /// The internet: a globe.
    Internet,
    /// On-premises: buildings.
    OnPremises,
    /// A person.
    Person,
    /// Anything else in a subnet: a plain tile.
    Other,
}

impl Glyph {
    /// Its outline as SVG path data.
    pub fn path(self) -> &'static str {
        match self {
            Self::Vnet => {
                "M6 4 1.5 10 6 16M14 4l4.500 6-4.500 6M6.500 9.950v.1M10 9.950v.1M13.500 9.950v.1"
            }
            Self::PrivateEndpoint => {
                "M2 10a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM10 10a4 4 0 1 0 8 0 4 4 0 1 0-8 0z"
            }
            Self::Cluster => {
                "M3 2h4.500q1 0 1 1v4.500q0 1-1 1H3q-1 0-1-1V3q0-1 1-1zM12.500 2H17q1 0 1 1v4.500q0 1-1 1\
                 h-4.500q-1 0-1-1V3q0-1 1-1zM3 11.500h4.500q1 0 1 1V17q0 1-1 1H3q-1 0-1-1v-4.500q0-1 1-1z\
                 M12.500 11.500H17q1 0 1 1V17q0 1-1 1h-4.500q-1 0-1-1v-4.500q0-1 1-1z"
            }
            Self::Instance => {
                "M5 2h10q1.500 0 1.500 1.500v13q0 1.500-1.500 1.500H5q-1.500 0-1.500-1.500v-13Q3.500 2 5 2z\
                 M7 2v16M10 6.500h3.500M10 10h3.500"
            }
            Self::Serverless => {
                "M6 15.500A4 4 0 0 1 5.500 7.500a5 5 0 0 1 9.600-.5 4.300 4.300 0 0 1-.6 8.500M11 9l-2.500 4h3L9 17.500"
            }
            Self::Machine => {
                "M3.500 3h13Q18 3 18 4.500v8q0 1.500-1.500 1.500h-13Q2 14 2 12.500v-8Q2 3 3.500 3zM7 18h6M10 14v4"
            }
            Self::HdInsight => {
                "M10 2l3.500 2v4L10 10 6.500 8V4zM6.500 8 10 10v4l-3.500 2L3 14v-4zM13.500 8l3.500 2v4l-3.500 2L10 14v-4z"
            }
            Self::Aks => {
                "M10 1.500 17.500 6v8L10 18.500 2.500 14V6zM7.500 10a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0z\
                 M10 1.500v6M10 12.500v6M2.500 6l5.300 2.800M12.200 11.200l5.300 2.800M17.500 6l-5.300 2.800\
                 M7.800 11.200 2.500 14"
            }
            Self::Bastion => "M4 18V5h2.500v2H9V5h2v2h2.500V5H16v13zM8 18v-4a2 2 0 0 1 4 0v4",
            Self::Gateway => "M10 2v16M2 7h12M11 4l3 3-3 3M18 13H6M9 10l-3 3 3 3",
            Self::Firewall => {
                "M2 4h16v12H2zM2 8h16M2 12h16M7 4v4M13 4v4M4.500 8v4M10 8v4M15.500 8v4M7 12v4M13 12v4"
            }
            Self::RouteServer => "M2 10h5l4-5h7M7 10l4 5h7M15 2l3 3-3 3M15 12l3 3-3 3",
            Self::Workspace => {
                "M8 2h4M9 2v6L3.500 16.500A1 1 0 0 0 4.400 18h11.200a1 1 0 0 0 .9-1.500L11 8V2M6 13h8"
            }
            Self::Batch => {
                "M6.500 2h10Q18 2 18 3.500v7q0 1.500-1.500 1.500h-10Q5 12 5 10.500v-7Q5 2 6.500 2zM15 15H2V6\
                 M8.500 7h6M12 4.500 14.500 7 12 9.500"
            }
            Self::Storage => {
                "M3 4.500a7 2.500 0 1 0 14 0 7 2.500 0 1 0-14 0zM3 4.500v11C3 17 6 18 10 18s7-1 7-2.500v-11\
                 M3 10c0 1.500 3 2.500 7 2.500s7-1 7-2.500"
            }
            Self::KeyVault => {
                "M2.500 13.500a4 4 0 1 0 8 0 4 4 0 1 0-8 0zM9.500 10.500l8-8M14 6l3 3M11.500 8.500l2 2"
            }
            Self::Registry => "M2 6l8-4 8 4v8l-8 4-8-4zM2 6l8 4 8-4M10 10v8",
            Self::Insights => "M2.500 2v15.500H18M5 13.500l3.500-5 3.500 3 5-7",
            Self::Dns => {
                "M3.500 2.500h13Q18 2.500 18 4v3q0 1.500-1.500 1.500h-13Q2 8.500 2 7V4q0-1.500 1.500-1.500z\
                 M3.500 11.500h13q1.500 0 1.500 1.500v3q0 1.500-1.500 1.500h-13Q2 17.500 2 16v-3q0-1.500 1.500-1.500z\
                 M5.500 5.500h1M5.500 14.500h1M10 5.500h5M10 14.500h5"
            }
            Self::Internet => {
                "M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0zM2 10h16M10 2c5 5 5 11 0 16M10 2c-5 5-5 11 0 16"
            }
            Self::OnPremises => {
                "M3 18V6l6-3v15M9 8h8v10M1.500 18h17M5.500 9h1M5.500 12.500h1M12 11.500h2M12 14.500h2"
            }
            Self::Person => {
                "M6.500 6.500a3.500 3.500 0 1 0 7 0 3.500 3.500 0 1 0-7 0zM3 18c.6-4 3.400-6 7-6s6.400 2 7 6"
            }
            Self::Other => {
                "M4.500 3h11Q17 3 17 4.500v11q0 1.500-1.500 1.500h-11Q3 17 3 15.500v-11Q3 3 4.500 3zM7 10h6"
            }
        }
    }
}
