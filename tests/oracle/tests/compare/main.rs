//! x
#[test]
fn s() {
    let f = oracle::facts::Facts::read().unwrap();
    let p = oracle::policies::Policies::read(&oracle::policies::Sources::read(), &f, &[]).unwrap();
    println!("{:?}", p.names());
    let s = oracle::policies::Policies::schema().unwrap();
    oracle::world::World::new(&f, &s, &[], &[], &[]).unwrap();
}
