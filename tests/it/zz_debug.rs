//! debug
use egui_kittest::kittest::{Queryable,NodeT};
use egui::accesskit::Role;
use crate::app_support::*;
#[test]
fn dbg_radio() {
    let mut w = open(Setup{launch: mandate::ui::Launch::Sample, pictures:true, ..Setup::default()});
    until(&mut w, |a| a.view()==mandate::ui::View::SignIn);
    sign_in(&mut w, "sanne", "Sanne de Vries, sanne.devries@rijnzicht.example");
    w.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K); settle(&mut w);
    w.get_by_role_and_label(Role::TextInput, "Type a command or a name").type_text("siham"); settle(&mut w);
    w.get_by_role_and_label(Role::Button, "Siham Ouali").click(); settle(&mut w);
    w.render().unwrap().save("/tmp/d1.png").unwrap(); w.run_steps(3);
    w.render().unwrap().save("/tmp/d3.png").unwrap(); w.remove_cursor(); w.run_steps(3); w.render().unwrap().save("/tmp/d4.png").unwrap();
    for n in w.get_all_by_role(Role::RadioButton) { println!("{:?} {:?}", n.accesskit_node().label(), n.accesskit_node().raw_bounds()); }
    w.get_by_role_and_label(Role::RadioButton, "Customized administrator").click(); settle(&mut w);
    w.render().unwrap().save("/tmp/d2.png").unwrap();
}
