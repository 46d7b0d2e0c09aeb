package app.latchkey.operator.ui;

import app.latchkey.connection.Partner;
import app.latchkey.look.Fix;
import app.latchkey.look.Tone;
import app.latchkey.operator.TroubleSentences;
import app.latchkey.sync.SpaceTrouble;

/** The one thing that stands in a space's way, above each of its pages, with what helps. */
final class Banner {

    private Banner() {}

    static Fix of(SpaceTrouble trouble, SpacePage page) {
        String words = TroubleSentences.of(trouble, page.now(), page.space().zone());
        Fix banner = switch (trouble) {
            case SpaceTrouble.Stopped _ when !page.operates() -> Fix.saying(Tone.STOPPED, words);
            case SpaceTrouble.Stopped stopped ->
                Fix.withLink(Tone.STOPPED, words, label(stopped), page.url(setUp(stopped.partner())));
            case SpaceTrouble.Incident _ -> Fix.saying(Tone.WITHHELD, words);
            case SpaceTrouble.Paused _ when !page.operates() -> Fix.saying(Tone.NEXT, words);
            case SpaceTrouble.Paused _ ->
                Fix.withButton(Tone.NEXT, words, "Resume, see what changed", () -> resume(page));
            case SpaceTrouble.Frozen frozen when frozen.stillIn() == 0 -> Fix.saying(Tone.STOPPED, words);
            case SpaceTrouble.Frozen _ ->
                Fix.withLink(Tone.STOPPED, words, "See who is still in", page.url("#" + StillIn.PLACE));
            case SpaceTrouble.Unknown unknown
            when unknown.asked() && page.operates() ->
                Fix.withLink(Tone.STOPPED, words, "Decide", page.url("/decisions"));
            case SpaceTrouble.Unknown _ -> Fix.saying(Tone.STOPPED, words);
            case SpaceTrouble.NexudusQuiet _ when !page.operates() -> Fix.saying(Tone.WITHHELD, words);
            case SpaceTrouble.NexudusQuiet _ ->
                Fix.withLink(Tone.WITHHELD, words, "See what Nexudus needs", page.url("/setup/nexudus"));
            case SpaceTrouble.SeatsShort seats when seats.needed() <= seats.left() -> Fix.saying(Tone.NEXT, words);
            case SpaceTrouble.SeatsShort _ ->
                Fix.withLink(Tone.WITHHELD, words, "See who waits", page.url("/customers?show=withheld"));
        };
        banner.getElement().setAttribute("role", "status");
        return banner;
    }

    private static void resume(SpacePage page) {
        page.tools().settings().resume(page.id(), page.tools().user().get().getName());
        SpacePage.say("Changes go on. What waited is done now.");
        page.getUI().ifPresent(ui -> ui.navigate("spaces/" + page.space().slug() + "/runs"));
    }

    private static String label(SpaceTrouble.Stopped stopped) {
        String name = TroubleSentences.name(stopped.partner());
        return stopped.signIn() ? "Sign in to " + name : "Look at " + name;
    }

    private static String setUp(Partner partner) {
        return switch (partner) {
            case SALTO -> "/setup/salto";
            case NEXUDUS -> "/setup/nexudus";
        };
    }
}
