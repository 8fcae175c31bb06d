//! Pictures.

use super::*;
use mandate::domain::catalogue::Edition;
use mandate::ui::views::permissions::rows::Tab;
use egui_kittest::kittest::Queryable as _;

#[test]
#[ignore]
fn pictures() {
    for dark in [false, true] {
        for language in Language::ALL {
            for (w, h) in [(1060.0, 724.0), (1700.0, 1004.0)] {
                for tab in [Tab::Office365, Tab::Entra(Edition::Current)] {
                    let mut bench = Bench::new(language);
                    bench.state.tab = tab;
                    let mut harness = bench.harness([w, h]);
                    harness.ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
                    harness.run();
                    let name = format!("/tmp/matrix-pics/{}-{}-{}-{}.png", if tab == Tab::Office365 {"o365"} else {"entra"}, language.tag(), if dark {"dark"} else {"light"}, w);
                    harness.render().unwrap().save(name).unwrap();
                }
            }
        }
    }
}

#[test]
#[ignore]
fn more() {
    // limited explained
    let mut h = Bench::new(Language::English).harness([1060.0, 724.0]);
    h.run();
    h.get_by_label("User management administrator, User licenses (view): limited").click();
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-o365-explained.png").unwrap();
    let mut b = Bench::new(Language::Dutch);
    b.selected = Some(ANNA);
    b.state.tab = Tab::Entra(Edition::Current);
    b.state.filters.actions = "password".into();
    let mut h = b.harness([1060.0, 724.0]);
    h.run();
    h.hover_at(egui::pos2(700.0, 500.0));
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-entra-anna.png").unwrap();
    h.event(egui::Event::PointerButton{pos: egui::pos2(700.0, 500.0), button: egui::PointerButton::Primary, pressed: true, modifiers: Default::default()});
    h.event(egui::Event::PointerButton{pos: egui::pos2(700.0, 500.0), button: egui::PointerButton::Primary, pressed: false, modifiers: Default::default()});
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-entra-explained.png").unwrap();
    let mut b = Bench::new(Language::English);
    b.selected = Some(ANNA);
    b.state.tab = Tab::Entra(Edition::Current);
    b.state.filters.held_only = true;
    b.state.filters.granted = true;
    let mut h = b.harness([1060.0, 724.0]);
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-entra-only.png").unwrap();
    let mut b = Bench::new(Language::English);
    b.state.tab = Tab::Entra(Edition::Current);
    b.state.filters.roles = "purview".into();
    let mut h = b.harness([1060.0, 724.0]);
    h.run();
    h.get_by_label("Fold all").click();
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-entra-folded.png").unwrap();
    h.state_mut().state.filters.roles = "nonesuch".into();
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-entra-empty.png").unwrap();
    h.state_mut().state.filters.roles.clear();
    h.run();
    h.get_by_label("Any verb").click();
    h.run();
    h.render().unwrap().save("/tmp/matrix-pics/x-entra-verb.png").unwrap();
}

#[test]
#[ignore]
fn timing() {
    for (w, h) in [(1060.0, 724.0), (1700.0, 1004.0)] {
        let mut bench = Bench::new(Language::English);
        bench.state.tab = Tab::Entra(Edition::Current);
        bench.selected = Some(ANNA);
        let mut built = std::time::Instant::now();
        let _ = mandate::ui::views::permissions::rows::rows(roles(), &mandate::ui::views::permissions::rows::Query { tab: bench.state.tab, ..Default::default() });
        println!("rows {:?}", built.elapsed());
        built = std::time::Instant::now();
        let _ = mandate::ui::views::permissions::rows::rows(roles(), &mandate::ui::views::permissions::rows::Query { tab: bench.state.tab, filters: mandate::ui::views::permissions::rows::Filters { actions: "wachtwoord".into(), roles: "exch".into(), ..Default::default() }, ..Default::default() });
        println!("keystroke {:?}", built.elapsed());
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        let input = || egui::RawInput { screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(w, h))), ..Default::default() };
        let mut run = |input: egui::RawInput| { let start = std::time::Instant::now(); let out = ctx.run_ui(input, |ui| bench.ui(ui)); let ui = start.elapsed(); let shapes = out.shapes.len(); let prims = ctx.tessellate(out.shapes, 1.0); (ui, start.elapsed(), shapes, prims.len()) };
        for _ in 0..10 { run(input()); }
        let mut times: Vec<_> = (0..200).map(|i| { let mut inp = input(); inp.events.push(egui::Event::PointerMoved(egui::pos2(500.0 + (i % 50) as f32 * 7.0, 420.0 + (i % 30) as f32 * 5.0))); run(inp) }).collect();
        times.sort();
        println!("{w}x{h} frame: ui median {:?}, with tessellation {:?}, max {:?}", times[100].0, times[100].1, times[199].1);
        let mut times: Vec<_> = (0..200).map(|i| { let mut inp = input(); inp.events.push(egui::Event::PointerMoved(egui::pos2(600.0, 500.0))); inp.events.push(egui::Event::MouseWheel { unit: egui::MouseWheelUnit::Point, delta: egui::vec2(-23.0 * ((i / 40) % 2) as f32, -37.0), modifiers: Default::default(), phase: egui::TouchPhase::Move, source: egui::MouseWheelSource::Unknown }); run(inp) }).collect();
        times.sort();
        println!("{w}x{h} scrolling: ui median {:?}, with tessellation {:?}, max {:?} {:?}", times[100].0, times[100].1, times[199].1, times[100]);
    }
}
