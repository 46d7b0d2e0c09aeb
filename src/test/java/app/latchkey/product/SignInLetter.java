package app.latchkey.product;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail says that lets somebody in. */
public record SignInLetter(String token, String digits) {

    private static final Pattern TOKEN = Pattern.compile("/sign-in/link\\?token=([\\w-]+)");
    private static final Pattern SIX_DIGITS = Pattern.compile("(?m)^(\\d{6})\\s*$");

    public static SignInLetter read(String mail) {
        return new SignInLetter(found(TOKEN, mail), found(SIX_DIGITS, mail));
    }

    /** The path of the page that the mail links to. */
    public String link() {
        return "/sign-in/link?token=" + token;
    }

    private static String found(Pattern pattern, String mail) {
        Matcher matcher = pattern.matcher(mail);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in: " + mail);
        }
        return matcher.group(1);
    }
}
