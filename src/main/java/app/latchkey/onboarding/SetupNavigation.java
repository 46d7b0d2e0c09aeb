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

    /** Where the space's set-up goes on. */
    public static String next(Space space) {
        return path(space.slug(), space.setup());
    }
}
