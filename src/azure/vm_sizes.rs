//! What the name of a VM size says about it.

/// True for sizes of the N family, which have GPUs: `Standard_NC4as_T4_v3` (PE-31).
pub fn has_gpu(size: &str) -> bool {
    let family = size.trim().split('_').find(|part| !is_tier(part));
    family.is_some_and(|family| family.starts_with(['N', 'n']))
}

/// The words in front of the family.
fn is_tier(part: &str) -> bool {
    part.eq_ignore_ascii_case("Standard") || part.eq_ignore_ascii_case("Basic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_gpu_sizes_by_their_family() {
        assert!(has_gpu("Standard_NC4as_T4_v3") && has_gpu("STANDARD_ND96asr_v4"));
        assert!(!has_gpu("Standard_DS3_v2") && !has_gpu("Standard_E4ds_v5") && !has_gpu(""));
    }
}
