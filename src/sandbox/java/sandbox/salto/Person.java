package sandbox.salto;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import sandbox.http.Fields;

/** A person on Salto's platform; the same on every site. {@code id} is the platform user id. */
final class Person implements Serializable {
    private static final long serialVersionUID = 1L;
    final String id;
    String firstName = "";
    String lastName = "";

    @Nullable
    String email;

    @Nullable
    String tagNumber;

    boolean hasProfile;
    boolean hasPhoneKey;
    boolean managedBySite = true;

    Person(String id) {
        this.id = id;
    }

    String name() {
        return (firstName + " " + lastName).strip();
    }

    Fields toFields() {
        return Fields.of(
                "id", id,
                "first_name", firstName,
                "last_name", lastName,
                "email", email,
                "tag_number", tagNumber,
                "image_url", null,
                "is_managed_by_current_site", managedBySite,
                "has_profile", hasProfile);
    }
}
