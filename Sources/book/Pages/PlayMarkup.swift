import HTML

/// Where a lesson's play goes; the script fills it in, and without one there is nothing to see.
struct PlayMarkup {
  let play: Play

  var html: HTML {
    element(
      "section", ["class": "play", "data-play": play.name, "hidden": "", "aria-labelledby": "play"]
    ) {
      element("h2", ["id": "play"]) { play.title }
      element("p") { play.introduction }
      QuestionMarkup(question: play.question).html
      element("div", ["class": "stage"]) { "" }
    }
  }
}
