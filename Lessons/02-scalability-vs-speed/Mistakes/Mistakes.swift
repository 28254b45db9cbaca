/// The wrong answers that people really give, a file an exercise. Each must be found out under its own name.
enum Mistakes {}
