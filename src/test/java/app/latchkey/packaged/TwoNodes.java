package app.latchkey.packaged;

import app.latchkey.product.FreePort;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Two processes that serve one house behind its address. */
final class TwoNodes implements AutoCloseable {

    private final HarbourAtRest house;
    private final Deployment deployment;
    private final List<Integer> ports = List.of(FreePort.find(), FreePort.find());
    private final List<JarProcess> nodes = new ArrayList<>();
    private final Front front;

    TwoNodes(HarbourAtRest house, Deployment deployment) {
        this.house = house;
        this.deployment = deployment;
        this.front = Front.at(deployment.publicUrl().getPort(), ports);
        ports.forEach(port -> nodes.add(start(port)));
    }

    private JarProcess start(int port) {
        return deployment.startAt(URI.create("http://localhost:" + port), AskingNode.class);
    }

    List<JarProcess> both() {
        return List.copyOf(nodes);
    }

    /** Where one of the two is reached by itself. */
    URI address(int node) {
        return URI.create("http://localhost:" + ports.get(node));
    }

    /** The one that holds the space's lease, or held it last. */
    JarProcess holder() {
        String name = AskingNode.named(house.leaseHolder());
        return nodes.stream()
                .filter(node -> node.output().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Starts another in place of each that was killed. */
    void startWhatWasKilled() throws IOException, InterruptedException {
        for (int node = 0; node < nodes.size(); node++) {
            if (!nodes.get(node).isRunning()) {
                nodes.get(node).close();
                nodes.set(node, start(ports.get(node)));
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (JarProcess node : nodes) {
            node.close();
        }
        front.close();
    }
}
