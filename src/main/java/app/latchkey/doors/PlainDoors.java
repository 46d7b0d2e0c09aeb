package app.latchkey.doors;

import app.latchkey.look.Icon;
import app.latchkey.look.State;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** The doors as plain HTML without any script: what a phone keeps for times without connection, and what an old browser gets. */
public final class PlainDoors {

    private PlainDoors() {}

    /** The inside of a page; everything that came from people is escaped. */
    public static String html(List<SpaceDoors> spaces) {
        StringBuilder html = new StringBuilder();
        boolean said = spaces.stream().anyMatch(space -> !space.isQuiet());
        spaces.stream().filter(space -> !said || !space.isQuiet()).forEach(space -> space(html, space));
        return html.toString();
    }

    private static void space(StringBuilder html, SpaceDoors space) {
        html.append("<section class='lk-plain-space'><h2>")
                .append(safe(space.name()))
                .append("</h2>");
        space.troubles()
                .forEach(line -> html.append("<p class='lk-doors-note'>")
                        .append(safe(line))
                        .append("</p>"));
        if (space.doors().isEmpty()) {
            html.append("<p>")
                    .append(safe(PageWords.say(space.language(), "empty", "space", space.name())))
                    .append("</p>");
        }
        cards(html, space, "section.open", space.doors().open());
        cards(html, space, "section.on-its-way", space.doors().onItsWay());
        cards(html, space, "section.next", space.doors().next());
        cards(html, space, "section.closed", space.doors().closed());
        ways(html, space);
        if (!space.contact().phone().isEmpty()) {
            html.append("<p><a class='lk-call' href='tel:")
                    .append(safe(space.contact().phone().replace(" ", "")))
                    .append("'>")
                    .append(safe(PageWords.say(space.language(), "call.space", "space", space.name())))
                    .append("</a></p>");
        }
        html.append("</section>");
    }

    private static void cards(StringBuilder html, SpaceDoors space, String title, List<DoorCard> cards) {
        if (cards.isEmpty()) {
            return;
        }
        html.append("<h3>").append(safe(PageWords.say(space.language(), title))).append("</h3>");
        for (DoorCard card : cards) {
            html.append("<div class='lk-door'><div class='lk-door-head'><h4>")
                    .append(safe(card.title()))
                    .append("</h4>")
                    .append(chip(card.state(), card.chip()))
                    .append("</div>");
            space.linesOf(card)
                    .forEach(line -> html.append("<p class='lk-because'>")
                            .append(safe(line))
                            .append("</p>"));
            html.append("</div>");
        }
    }

    private static String chip(State state, String words) {
        return "<span class='lk-chip " + state.tone().className() + "'><span class='" + Icon.CLASS + "'>"
                + state.shape().svg() + "</span><span class='lk-word'>" + safe(words) + "</span></span>";
    }

    private static void ways(StringBuilder html, SpaceDoors space) {
        if (!space.ways().isEmpty()) {
            html.append("<h3>")
                    .append(safe(PageWords.say(space.language(), "section.ways")))
                    .append("</h3><ul class='lk-ways'>");
            space.ways()
                    .forEach(
                            way -> html.append("<li>").append(safe(way.words())).append("</li>"));
            html.append("</ul>");
            space.waysSeen()
                    .ifPresent(seen -> html.append("<p>").append(safe(seen)).append("</p>"));
        }
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
