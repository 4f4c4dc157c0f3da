//! Log Analytics, Application Insights and the Azure Monitor private link scope.

use super::Lowering;
use super::dns::GLOBAL;
use crate::azure::naming::{NameKind, generate};
use crate::deployment::resource::{AppInsights, LogAnalytics, PrivateLinkScope, ScopedResource};
use crate::deployment::{Key, Ref, Resource};
use crate::domain::{Insights, Item, MonitorMode, Placement};

/// Part of the key of the private link scope.
const SCOPE: &str = "scope";
/// Part of the key of the Log Analytics workspace.
const LOGS: &str = "logs";

/// The key of the Azure Monitor private link scope.
pub(super) fn scope_key() -> Key {
    Key::part(Item::Insights, SCOPE)
}

impl Lowering<'_> {
    /// Nothing for a plan that names no Application Insights.
    pub(super) fn monitor(&mut self) {
        let insights = &self.plan.workspace.insights;
        let item = Item::Insights;
        match insights.placement {
            Placement::Existing => {
                self.refer(Key::of(item), item, &insights.name, &insights.resource_id);
            }
            Placement::New if insights.name.trim().is_empty() => {}
            Placement::New => self.new_insights(insights),
        }
        if insights.private_link_scope {
            self.private_link_scope(insights);
        }
    }

    fn new_insights(&mut self, insights: &Insights) {
        let item = Item::Insights;
        // Data that may come and be read from linked networks only has no public way in either.
        let public_network_access =
            !(insights.private_link_scope && insights.mode == MonitorMode::PrivateOnly);
        let typed = insights.log_analytics_name.trim();
        let logs_name = if typed.is_empty() {
            generate(NameKind::LogAnalytics, &[&insights.name])
        } else {
            typed.to_owned()
        };
        let logs = Key::part(item, LOGS);
        let name = self.parameter(
            "logAnalyticsName",
            &logs_name,
            "Name of the Log Analytics workspace.",
        );
        let resource = Resource::LogAnalytics(LogAnalytics {
            public_network_access,
        });
        self.create(logs.clone(), item, name, resource);
        let name = self.parameter(
            "applicationInsightsName",
            &insights.name,
            "Name of Application Insights.",
        );
        let resource = Resource::AppInsights(AppInsights {
            log_analytics: Ref::to(logs),
            public_network_access,
        });
        self.create(Key::of(item), item, name, resource);
    }

    fn private_link_scope(&mut self, insights: &Insights) {
        let item = Item::Insights;
        let typed = insights.scope_name.trim();
        let basics = &self.plan.basics;
        let name = if typed.is_empty() {
            generate(
                NameKind::PrivateLinkScope,
                &[&basics.workload, &basics.environment],
            )
        } else {
            typed.to_owned()
        };
        let resource = Resource::PrivateLinkScope(PrivateLinkScope {
            mode: insights.mode,
        });
        self.create(scope_key(), item, name, resource).location = Some(GLOBAL.into());
        let Some(mut parent) = self.parent(&scope_key()) else {
            return;
        };
        for (linked, name) in [
            (Key::part(item, LOGS), "log-analytics"),
            (Key::of(item), "application-insights"),
        ] {
            if self.deployment.find(&linked).is_none() {
                continue;
            }
            let key = Key::part(item, &format!("scoped-{name}"));
            let resource = Resource::ScopedResource(ScopedResource { linked });
            self.create_child(&parent, key.clone(), item, name, resource);
            // Azure changes one member of a scope at a time.
            parent.after.push(key);
        }
    }
}
