//! The papers: what they ask of their readers.

use azureml_vnet_wizard::domain::PrefixText;
use azureml_vnet_wizard::exports::Input;
use azureml_vnet_wizard::rules::Severity;
use azureml_vnet_wizard::samples;

use super::text;

#[test]
fn the_checklist_asks_for_what_the_open_findings_ask_for() {
    let mut asked = [0; 3];
    let broken = samples::with(samples::private_training(), |plan| {
        plan.vnets[0].address_space = vec![PrefixText::new("10.0.0.5/16")];
    });
    let risky = samples::with(samples::private_training(), |plan| {
        plan.basics.region = "atlantis".to_owned();
    });
    let plans = samples::ALL.iter().map(|sample| (sample.build)());
    for plan in plans.chain([broken, risky, samples::blank()]) {
        let findings = Input::new(&plan).findings;
        let list = text(&plan, "checklist.md");
        for (index, (severity, line)) in [
            (Severity::Error, "- [ ] Mend the "),
            (Severity::Warning, "- [ ] Decide on the "),
            (Severity::Advice, "- [ ] Optional: look at the "),
        ]
        .into_iter()
        .enumerate()
        {
            let count = findings.count(severity);
            assert_eq!(list.contains(line), count > 0, "{line} for {count}\n{list}");
            if count > 1 {
                assert!(list.contains(&format!("{line}{count} ")), "{list}");
            }
            asked[index] += count;
        }
    }
    assert!(
        asked.iter().all(|count| *count > 0),
        "each kind is tried: {asked:?}"
    );
}
