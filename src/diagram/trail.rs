//! The way of a connection, laid over a drawing: which boxes it touches, and the lines between them.

use super::scene::{Area, Point, Scene, at};
use crate::domain::Item;
use crate::flow::{Hop, Path, Spot, Verdict};

/// Distance of the way out and the way back from the middle of a box.
const APART: i32 = 5;
/// Distance from the edge of the sheet of what stands outside the drawing.
const EDGE: i32 = 10;

/// What is drawn over a scene.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// The boxes on the way.
    pub boxes: Vec<Area>,
    /// The way of the request: horizontal and vertical pieces.
    pub forward: Vec<Point>,
    /// The way of the reply.
    pub back: Vec<Point>,
    /// Where the connection ends early, and whether that is certain.
    pub stop: Option<(Point, bool)>,
}

/// Lays a path over a drawing. Places that the drawing does not have lie on its right edge.
pub fn trail(scene: &Scene, path: &Path) -> Trail {
    let mut boxes = Vec::new();
    let spots = |hops: &[Hop]| hops.iter().map(|hop| hop.at).collect::<Vec<Spot>>();
    let forward = stations(scene, spots(&path.forward), &mut boxes);
    let mut returning = spots(&path.back);
    // A reply that gets on ends where the request began, though nothing decides there any more.
    if path.back.iter().all(|hop| hop.verdict == Verdict::Allowed) && !returning.is_empty() {
        returning.extend(path.forward.first().map(|hop| hop.at));
    }
    let back = stations(scene, returning, &mut boxes);
    boxes.dedup();
    let last = if path.back.is_empty() {
        forward.last()
    } else {
        back.last()
    };
    let stop = (path.verdict != Verdict::Allowed)
        .then_some(last)
        .flatten()
        .map(|point| (*point, path.verdict == Verdict::Denied));
    Trail {
        boxes,
        forward: bent(&forward, -APART),
        back: bent(&back, APART),
        stop,
    }
}

/// The middles of the boxes on the way, each once in a row.
fn stations(scene: &Scene, mut spots: Vec<Spot>, boxes: &mut Vec<Area>) -> Vec<Point> {
    // A VNet between two places is where a peering is crossed; the line shows that by itself.
    if spots.len() > 1 {
        spots.retain(|spot| !matches!(spot, Spot::Vnet(_)));
    }
    spots.dedup();
    let mut points: Vec<Point> = Vec::new();
    let mut outside = Vec::new();
    for spot in spots {
        if let Some(area) = place(scene, spot) {
            boxes.push(area);
            points.push(area.centre());
        } else {
            outside.push(points.len());
            points.push(at(scene.width - EDGE, 0));
        }
    }
    // What is outside lies level with the box that it is reached from.
    for index in outside {
        let before = index.checked_sub(1).and_then(|it| points.get(it));
        let level = before
            .or_else(|| points.get(index + 1))
            .map(|point| point.y);
        if let Some(point) = points.get_mut(index) {
            point.y = level.unwrap_or(EDGE);
        }
    }
    points.dedup();
    points
}

/// The box of a place.
fn place(scene: &Scene, spot: Spot) -> Option<Area> {
    let item = match spot {
        Spot::Subnet(id) => Item::Subnet(id),
        Spot::Vnet(id) => Item::Vnet(id),
        Spot::PrivateEndpoint(id) => Item::PrivateEndpoint(id),
        Spot::Firewall(id) => Item::Firewall(id),
        Spot::Gateway(id) => Item::Gateway(id),
        Spot::NatGateway(id) => Item::NatGateway(id),
        Spot::OnPremises => Item::OnPremises,
        Spot::Appliance(_) | Spot::Service | Spot::Internet | Spot::Platform | Spot::Nowhere => {
            return None;
        }
    };
    let about = |subject: crate::domain::Subject| subject.item == item;
    let mut groups = scene.groups.iter();
    groups
        .find(|group| group.area.is_some() && group.subject.is_some_and(about))
        .and_then(|group| group.area)
}

/// Points joined by horizontal and vertical pieces, moved aside so that two ways do not lie on each other.
fn bent(points: &[Point], aside: i32) -> Vec<Point> {
    let mut line: Vec<Point> = Vec::new();
    for point in points {
        let next = at(point.x + aside, point.y + aside);
        if let Some(last) = line.last().copied()
            && last.x != next.x
            && last.y != next.y
        {
            line.push(at(next.x, last.y));
        }
        line.push(next);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::{Width, draw};
    use crate::domain::Protocol;
    use crate::flow::{Network, Probe, party};
    use crate::rules::{Context, check_in};
    use crate::samples;

    fn asked(from: &str, to: &str, width: Width) -> (Scene, Trail, Path) {
        let plan = samples::batch_scoring();
        let context = Context::new(&plan);
        let scene = draw(&context, &check_in(&context), width);
        let prefixes = plan
            .subnets()
            .filter_map(|(_, subnet)| Some((subnet.id, context.prefix(subnet.id)?)))
            .collect();
        let probe = Probe {
            from: party(&plan, from).expect(from),
            to: party(&plan, to).expect(to),
            protocol: Protocol::Tcp,
            port: Some(443),
        };
        let path = Network::new(&plan, &prefixes).path(&probe);
        let trail = trail(&scene, &path);
        (scene, trail, path)
    }

    #[test]
    fn a_way_runs_between_the_boxes_of_its_ends_in_straight_pieces() {
        for width in [Width::Wide, Width::Narrow] {
            let endpoint = samples::batch_scoring().private_endpoints[0].name.clone();
            let (scene, trail, path) = asked("snet-jump", &endpoint, width);
            assert_eq!(path.verdict, Verdict::Allowed);
            assert!(trail.boxes.len() >= 2, "{trail:?}");
            assert!(trail.stop.is_none());
            let sheet = Area::new(0, 0, scene.width, scene.height);
            for line in [&trail.forward, &trail.back] {
                assert!(line.len() > 1);
                assert!(
                    line.windows(2)
                        .all(|it| it[0].x == it[1].x || it[0].y == it[1].y)
                );
                assert!(
                    line.iter()
                        .all(|point| point.x <= sheet.right() && point.y <= sheet.bottom())
                );
            }
        }
    }

    #[test]
    fn what_is_stopped_says_where() {
        let (_, trail, path) = asked("Internet", "snet-training", Width::Wide);
        assert_eq!(path.verdict, Verdict::Denied);
        let (_, certain) = trail.stop.expect("a stop");
        assert!(certain);
        assert!(trail.back.is_empty());
    }
}
