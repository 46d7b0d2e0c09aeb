package app.latchkey.onboarding;

import app.latchkey.space.SetupStep;
import app.latchkey.space.Space;

/** Addresses of the set-up, for links from other pages and from mails. */
public final class SetupNavigation {

    private SetupNavigation() {}

    /** The address of a step, below the service's own. */
    public static String path(String slug, SetupStep step) {
        return "/spaces/" + slug + "/setup/" + step.path();
    }

    /** Where that is done once the space has begun, when nothing may reach its doors any more without a preview of its own. */
    public static String afterwards(Space space, SetupStep step) {
        return "/spaces/" + space.slug() + (step == SetupStep.MATCH ? "/matches" : "");
    }

    /** Where the space's set-up goes on. */
    public static String next(Space space) {
        return path(space.slug(), space.setup());
    }
}
