package sandbox.partners;

/** Where everything listens, always on the loopback address; 0 is any free port. */
public record Ports(int console, int saltoApi, int saltoIdentity, int saltoStream, int nexudus, int smtp) {

    public static Ports random() {
        return new Ports(0, 0, 0, 0, 0, 0);
    }

    /** The fixed ports, each to be changed by a system property; Salto's event streams take any unless it says which. */
    public static Ports fromSettings() {
        return new Ports(
                Settings.port("sandbox.console.port", 8090),
                Settings.port("sandbox.salto.api.port", 8091),
                Settings.port("sandbox.salto.identity.port", 8092),
                Settings.port("sandbox.salto.stream.port", 0),
                Settings.port("sandbox.nexudus.port", 8093),
                Settings.port("sandbox.smtp.port", 8025));
    }
}
