// How much room to grow subnets get that are sized for the person.
import { expect, test } from "../support/test.ts";

test("sizes for the room that the plan asks for, and says so", async ({ start, networks }) => {
  await start.openWith("Training clusters in a network");
  const range = networks.range("snet-training");
  await range.type("");
  await expect(range.control).toHaveAccessibleDescription(
    /placed at 10\.30\.0\.128\/25: smallest block for 32 addresses with room to double/,
  );
  const room = networks.field("Room to grow");
  await room.control.selectOption({ label: "None: the smallest block that fits" });
  await expect(range.control).toHaveAccessibleDescription(
    /placed at 10\.30\.0\.64\/26: smallest block for 32 addresses, as this plan leaves no room to grow/,
  );

  await room.control.selectOption({ label: "A percentage" });
  const percent = networks.field("Room to grow in percent");
  await expect(percent.control).toHaveValue("50");
  await expect(range.control).toHaveAccessibleDescription(
    /placed at 10\.30\.0\.64\/26: smallest block for 32 addresses with 50% to grow/,
  );
  await percent.type("300");
  await expect(range.control).toHaveAccessibleDescription(
    /placed at 10\.30\.\d+\.\d+\/24: smallest block for 32 addresses with 300% to grow/,
  );
  await expect
    .poll(async () => (await start.storedPlan())?.basics)
    .toMatchObject({ headroom: "percent", headroom_percent: 300 });

  await start.reload();
  await start.goTo("Networks");
  await expect(room.control).toHaveValue("percent");
  await expect(percent.control).toHaveValue("300");
  await room.control.selectOption({ label: "Room to double where it costs nothing" });
  await expect(percent.control).toHaveCount(0);
});
