package app.latchkey.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Names that mean one thing to whoever checks and another to whoever calls: anything within {@code rebinding.test} is this machine's usual address
 * when it is first asked for, and {@link #OTHER} from then on. All other names are as ever.
 */
public final class RebindingNames extends InetAddressResolverProvider {

    /** Another address of this machine. */
    public static final String OTHER = "127.0.0.2";

    private static final String DOMAIN = ".rebinding.test";

    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "rebinding";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(DOMAIN) ? Stream.of(rebound(host)) : usual.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }

    private InetAddress rebound(String host) throws UnknownHostException {
        boolean first = asked.put(host, true) == null;
        return InetAddress.getByName(first ? "127.0.0.1" : OTHER);
    }
}
