package sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.space.Mode;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import sandbox.world.PreparedWorld;

@WithProduct(own = true)
class LiveSpaceIT {

    @Test
    void isThereOnceAndFollowsPurchases(RunningProduct product) throws Exception {
        LiveSpace live = new LiveSpace(product.context(), product.partners(), URI.create(product.at("")));
        live.setUp();
        live.setUp();
        List<Space> spaces = product.bean(Scopes.class)
                .inSystem(() -> product.bean(Spaces.class).all());
        assertThat(spaces).singleElement().satisfies(space -> {
            assertThat(space.name()).isEqualTo(PreparedWorld.HARBOUR_NORTH);
            assertThat(space.active()).isTrue();
            assertThat(space.mode()).isEqualTo(Mode.FULL);
        });
    }
}
