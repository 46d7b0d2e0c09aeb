package app.latchkey.salto;

import app.latchkey.shared.EmailAddress;
import java.util.Objects;

/** Somebody to be invited to a site. Salto wants both names and mails the invitation. */
public record NewSaltoUser(String firstName, String lastName, EmailAddress email) {

    /** Stands for a last name that a person does not have: Salto refuses an empty one. */
    private static final String NO_NAME = "-";

    public NewSaltoUser {
        Objects.requireNonNull(email, "email");
        firstName = firstName.isBlank() ? email.value() : firstName.strip();
        lastName = lastName.isBlank() ? NO_NAME : lastName.strip();
    }

    /** The first word is the first name, the rest the last. */
    public static NewSaltoUser named(String fullName, EmailAddress email) {
        String[] words = fullName.strip().split("\\s+", 2);
        return new NewSaltoUser(words[0], words.length > 1 ? words[1] : "", email);
    }
}
