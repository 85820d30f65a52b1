/** The two plans a new agency starts with, so that its first reseller can be given one. */
export function starterPlans() {
  return [
    {
      name: "Starter",
      description: "For a reseller's first customers.",
      isDefault: true,
      allowances: { messages: 10_000, whatsapp_messages: 1_000, team_members: 3 },
    },
    {
      name: "Growth",
      description: "For a reseller with a team of its own.",
      isDefault: false,
      allowances: { messages: 50_000, whatsapp_messages: 12_000, team_members: 10 },
    },
  ];
}
