//! Placing the blank subnets of one VNet.

use super::free::Free;
use super::size::Size;
use crate::domain::{Prefix, SubnetId};

/// A subnet to place.
#[derive(Clone, Debug)]
pub(super) struct Request {
    pub(super) subnet: SubnetId,
    pub(super) size: Size,
}

/// The space to place in.
#[derive(Clone, Debug, Default)]
pub(super) struct Space {
    /// Free, and clear of all that should be avoided.
    pub(super) clear: Free,
    /// Free, whether or not it should be avoided.
    pub(super) any: Free,
}

/// Where a request went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) prefix: Prefix,
    /// The largest free block that the choice left whole.
    pub(super) spared: Option<Prefix>,
}

/// Chooses for each request, in the order of the subnets' ids. One choice per request; `None` where nothing
/// fits.
///
/// Each choice depends on the requests before it and on the space, never on those after it, as long as all
/// find a place. When the space is too short for that, the requests with the highest ids give up their room
/// to grow first, as many as must.
pub(super) fn place(space: &Space, requests: &mut [Request]) -> Vec<Option<Choice>> {
    requests.sort_by_key(|request| request.subnet);
    let everybody = attempt(space, requests, requests.len());
    if is_complete(&everybody) {
        return everybody;
    }
    let mut best = attempt(space, requests, 0);
    if !is_complete(&best) {
        return best;
    }
    let (mut works, mut fails) = (0, requests.len());
    while let Some(middle) = midpoint(works, fails) {
        let choices = attempt(space, requests, middle);
        if is_complete(&choices) {
            (works, best) = (middle, choices);
        } else {
            fails = middle;
        }
    }
    best
}

/// A number strictly between the two, if there is one.
fn midpoint(low: usize, high: usize) -> Option<usize> {
    let middle = low.midpoint(high);
    (middle > low).then_some(middle)
}

fn is_complete(choices: &[Option<Choice>]) -> bool {
    choices.iter().all(Option::is_some)
}

/// Places all requests; only the first `generous` may take more than the least.
fn attempt(space: &Space, requests: &[Request], generous: usize) -> Vec<Option<Choice>> {
    let mut space = space.clone();
    let mut choices = Vec::with_capacity(requests.len());
    for (index, request) in requests.iter().enumerate() {
        let least = request.size.least;
        let roomy = if index < generous {
            request.size.roomy
        } else {
            least
        };
        let sparing = request.size.sparing;
        let prefix = (roomy..=least)
            .filter(|length| match sparing {
                _ if *length == least => true,
                true => costs_nothing(&space.clear, *length),
                // What a person asks for is there in full or not at all, so that the reason can say which.
                false => *length == roomy,
            })
            .find_map(|length| space.clear.best_fit(length))
            .or_else(|| space.any.best_fit(least));
        let choice = prefix.map(|prefix| {
            space.clear.take(prefix);
            space.any.take(prefix);
            let spared = space
                .clear
                .largest()
                .filter(|block| block.length() < prefix.length());
            Choice { prefix, spared }
        });
        choices.push(choice);
    }
    choices
}

/// Room to grow costs nothing while at least as much space stays free beside it.
fn costs_nothing(free: &Free, length: u8) -> bool {
    let size = 1_u64 << 32_u8.saturating_sub(length);
    size.saturating_mul(2) <= free.size()
}
